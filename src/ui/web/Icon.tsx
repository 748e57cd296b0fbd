const paths = {
  fall: 'M4 5h5l2 2h9v12H4zM8 13h8M8 16h5',
  kontakt: 'M4 5h16v11H9l-5 4zM12 8v5M9.5 10.5h5',
  uebergabe: 'M4 8h13m-4-4 4 4-4 4M20 16H7m4-4-4 4 4 4',
  auswertung: 'M4 20h16M7 16v-5M12 16V5M17 16v-8',
  uebernahme: 'M12 15V4m-4 4 4-4 4 4M4 15v5h16v-5',
  regel: 'M4 7h9m4 0h3M15 5v4M4 12h3m4 0h9M9 10v4M4 17h9m4 0h3M15 15v4',
  konto: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-3.5 4-5 7.500-5s6.500 1.500 7.500 5',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.500 4.500 4.500L19 7',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 7.500v.5',
  warning: 'M12 4 2.500 20h19zM12 10v4M12 16.500v.5',
  success: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.500l2.700 2.700L16 10',
  danger: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6',
  pause: 'M9 6v12M15 6v12',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  phone:
    'M6 4h4l1.500 4.500L9 10c1 2.500 2.500 4 5 5l1.500-2.500L20 14v4c0 1-1 2-2 2C10.500 19.500 4.500 13.500 4 6c0-1 1-2 2-2z',
  download: 'M12 4v11m-4-4 4 4 4-4M4 16v4h16v-4',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  history: 'M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4l3 2',
  person: 'M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM5 20c.500-4 3.500-6 7-6s6.500 2 7 6',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7M8 20v-6h8v6',
  filter: 'M4 5h16l-6 8v5l-4 2v-7z',
  link: 'M10 14 20 4m-6 0h6v6M18 14v6H4V6h6',
} as const;

export type IconName = keyof typeof paths;

/** Line icon in the colour of the text; always beside words or on a named button. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

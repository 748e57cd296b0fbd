import { useState, type DragEvent, type ReactNode } from 'react';

/** Takes a file that is dragged onto what it surrounds; with the keyboard there is the button beside it. */
export function DropArea(props: {
  readonly hint: string;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  function carries(event: DragEvent): boolean {
    return props.disabled !== true && event.dataTransfer.types.includes('Files');
  }
  return (
    <div
      className={`drop${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event;
        if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) props.onFile(file);
      }}
    >
      {props.children}
      {over && <div className="drop-hint">{props.hint}</div>}
    </div>
  );
}

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  role?: string;
  lang?: string;
  alt?: string;
  children?: readonly object[];
}

/** What a reader of a PDF gets: text, languages, title, structure roles, words for pictures, fonts and raw metadata. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const roles = new Set<string>();
  const languages = new Set<string>();
  const alternatives: string[] = [];
  const fonts = new Map<string, boolean>();
  const collect = (node: Node): void => {
    if (node.role) roles.add(node.role);
    if (node.lang) languages.add(node.lang);
    if (node.alt) alternatives.push(node.alt);
    node.children?.forEach((child) => collect(child));
  };
  const pages: string[] = [];
  const rightToLeft: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    for (const item of content.items) if ('str' in item && item.dir === 'rtl') rightToLeft.push(item.str);
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    // Fonts are known once the page was read for drawing.
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operation: number, at: number) => {
      if (operation !== OPS.setFont) return;
      const font = page.commonObjs.get(argsArray[at][0]) as { name: string; missingFile?: boolean };
      fonts.set(font.name.replace(/^[A-Z]{6}\+/, ''), font.missingFile !== true);
    });
    const tree: Node | null = await page.getStructTree();
    if (tree) collect(tree);
  }
  const data = info as { Title?: string; Language?: string };
  await task.destroy();
  return {
    pages: pages.length,
    text: pages.join(' ').replaceAll(/\s+/g, ' '),
    /** Texts that run from right to left. */
    rightToLeft,
    title: data.Title,
    language: data.Language,
    metadata: metadata?.getRaw() ?? '',
    roles: [...roles],
    /** Languages named by parts of the structure. */
    languages: [...languages],
    alternatives,
    /** Names of the fonts, true where the file carries them. */
    fonts: Object.fromEntries(fonts),
  };
}

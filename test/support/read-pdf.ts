import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  role?: string;
  children?: readonly object[];
}

/** What a reader of a PDF gets: text, language, title, structure roles and the raw metadata. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const roles = new Set<string>();
  const collect = (node: Node): void => {
    if (node.role) roles.add(node.role);
    node.children?.forEach((child) => collect(child));
  };
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    const tree: Node | null = await page.getStructTree();
    if (tree) collect(tree);
  }
  const data = info as { Title?: string; Language?: string };
  await task.destroy();
  return {
    pages: pages.length,
    text: pages.join(' ').replaceAll(/\s+/g, ' '),
    title: data.Title,
    language: data.Language,
    metadata: metadata?.getRaw() ?? '',
    roles: [...roles],
  };
}

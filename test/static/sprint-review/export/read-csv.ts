/**
 * Reads a file of separated values as RFC 4180 has it, one character at a time. A quote that does not begin a field is a
 * character like any other.
 */
export const readCsv = (file: string, separator = ','): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let state: 'begin' | 'bare' | 'quoted' | 'closed' = 'begin';
  const endField = (): void => {
    row.push(field);
    field = '';
    state = 'begin';
  };
  for (let at = 0; at < file.length; at += 1) {
    const one = file[at]!;
    if (state === 'quoted') {
      if (one !== '"') field += one;
      else if (file[at + 1] === '"') field += file[(at += 1)]!;
      else state = 'closed';
    } else if (one === separator) endField();
    else if (one === '\n' || (one === '\r' && file[at + 1] === '\n')) {
      if (one === '\r') at += 1;
      endField();
      rows.push(row);
      row = [];
    } else if (one === '"' && state === 'begin') state = 'quoted';
    else {
      field += one;
      state = 'bare';
    }
  }
  if (field !== '' || row.length > 0) {
    endField();
    rows.push(row);
  }
  return rows;
};

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../scripts/find-chromium';

describe('the browser of the tests', () => {
  let folder = '';
  let program = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'browser-'));
    program = path.join(folder, 'chromium');
    await writeFile(program, '#!/bin/sh\n');
    await chmod(program, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is the one that CHROME_PATH names', () => {
    expect(findChromium({ CHROME_PATH: program, PATH: '' })).toEqual({
      executablePath: program,
      how: expect.stringContaining('CHROME_PATH'),
    });
  });

  it('is the one on the path otherwise', () => {
    expect(findChromium({ PATH: `/nowhere${path.delimiter}${folder}` })?.executablePath).toBe(program);
  });

  it('is not quietly another one when CHROME_PATH is wrong', () => {
    expect(() => findChromium({ CHROME_PATH: '/nowhere/chromium', PATH: folder })).toThrow(
      /CHROME_PATH names/,
    );
  });
});

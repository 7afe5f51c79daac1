import { tokensCss } from '../../../local/pages/tokens-css';

test('the style sheet has every theme that the frames name', () => {
  const css = tokensCss();
  for (const theme of [
    'light:light',
    'dark:dark',
    'spacing:spacing',
    'typography:typography',
    'shape:shape',
  ]) {
    expect(css).toContain(`[data-theme~="${theme}"]`);
  }
  expect(css).toContain('--ds-text:');
  expect(css.length).toBeLessThan(70_000);
});

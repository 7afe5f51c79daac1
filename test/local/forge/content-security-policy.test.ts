import { contentSecurityPolicy, frameSandbox } from '../../../local/forge/content-security-policy';

const SITE = 'http://127.0.0.1:4000';
const policyOf = (permissions: Readonly<Record<string, unknown>>, page = '<html></html>') =>
  contentSecurityPolicy(page, permissions, SITE);
const directive = (policy: string, name: string) =>
  policy.split('; ').find((one) => one.startsWith(`${name} `));

test('a frame may load its own scripts and styles and write none into its page', () => {
  const policy = policyOf({});
  expect(directive(policy, 'script-src')).toMatch(/^script-src 'self' /);
  expect(directive(policy, 'style-src')).toMatch(/^style-src 'self' /);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(directive(policy, 'form-action')).toBe("form-action 'self'");
});

test('it may more when the manifest says so, and then says so to Forge', () => {
  expect(directive(policyOf({ content: { styles: ['unsafe-inline'] } }), 'style-src')).toContain(
    "'unsafe-inline'",
  );
  const images = { external: { images: [{ address: 'https://images.example' }] } };
  expect(directive(policyOf(images), 'img-src')).toContain('https://images.example');
  expect(directive(policyOf({}), 'img-src')).not.toContain('https://images.example');
});

test('its sandbox lets it run and ask, and not lead the page that holds it away', () => {
  const permitted = frameSandbox().split(' ');
  expect(permitted).toEqual(expect.arrayContaining(['allow-scripts', 'allow-forms', 'allow-same-origin']));
  expect(permitted.filter((one) => one.includes('top-navigation'))).toEqual([]);
  expect(directive(policyOf({}), 'sandbox')).toBe(`sandbox ${frameSandbox()}`);
});

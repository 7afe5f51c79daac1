import path from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Has the browser fetch a surface's `show.tsx` with its page, where `main.tsx` asks the app first and only then draws:
 * what draws is there by then, and has not kept the question waiting.
 */
export function preloadedScreen(): Plugin {
  return {
    name: 'throughline:preloaded-screen',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const screen = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.moduleIds.some((id) => path.basename(id) === 'show.tsx'),
        );
        if (screen?.type !== 'chunk') return [];
        const styles = [...(screen.viteMetadata?.importedCss ?? [])];
        return [
          ...[screen.fileName, ...screen.imports].map((href) => link(href, { rel: 'modulepreload' })),
          // A style sheet itself would have `main.tsx` wait for it.
          ...styles.map((href) => link(href, { rel: 'preload', as: 'style' })),
        ];
      },
    },
  };
}

const link = (href: string, attrs: { readonly rel: string; readonly as?: string }): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true, href: `./${href}` },
  injectTo: 'head',
});

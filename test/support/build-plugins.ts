/** What the build does to the page beyond bundling. Each plugin here is idle in the dev server. */
import { readFileSync } from 'node:fs'
import type { PluginOption } from 'vite'

/**
 * No connection leaves the page: what a person types into the laboratory stays in it.
 * Styles may be inline because views set `style` attributes; scripts only where the page is one file.
 */
function policy(single: boolean): string {
  const inlineScript = single ? " 'unsafe-inline'" : ''
  const rules = {
    'default-src': "'none'",
    'script-src': `'self'${inlineScript}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'worker-src': "'self' blob:",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/** The policy stands before everything it is to govern, but after the page's alphabet. */
const charset = '<meta charset="utf-8" />'

export function contentSecurity({ single }: { single: boolean }): PluginOption {
  return {
    name: 'content-security-policy',
    apply: 'build',
    // Written as text: a tag object would escape the quotes, and the one-file plugin reads them plain.
    transformIndexHtml: (html) =>
      html.replace(
        charset,
        `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy(single)}" />`,
      ),
  }
}

/** The self-contained page has no file beside it, so the icon moves into its address. */
export function inlineIcon(file: string): PluginOption {
  return {
    name: 'inline-icon',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const data = Buffer.from(readFileSync(file)).toString('base64')
        return html.replace('./favicon.svg', `data:image/svg+xml;base64,${data}`)
      },
    },
  }
}

/** Every browser that can run this page reads woff2; the older format would only double the fonts. */
export function woff2Only(): PluginOption {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !/\.css($|\?)/.test(id)) return undefined
      return code.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, '')
    },
  }
}

/** Loaded only where it is used: the dev server starts without it. */
export async function oneFile(): Promise<PluginOption> {
  const { viteSingleFile } = await import('vite-plugin-singlefile')
  return viteSingleFile({ removeViteModuleLoader: true })
}

/** How much JavaScript the built page fetches before a person sees anything. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * May only shrink. React takes 68,000 of it. The worker begins behind the first picture, and the
 * options of the hosts, with the receiver's checks that declare them, are fetched behind it too.
 */
const firstLoadBytesMax = 108_500
/**
 * May only shrink, but for what the engine learns: the simulation, fetched behind the first picture.
 * SPF, DKIM and DMARC took it from 36,000 to 51,000; the checks of a receiver, blocklists, forwarders,
 * mailing lists and bots that try again to 67,000.
 */
const workerBytesMax = 68_000

export interface BundleFile {
  readonly file: string
  readonly bytes: number
  readonly gzipBytes: number
}

export interface FirstLoad {
  readonly files: readonly BundleFile[]
  readonly gzipBytes: number
  /** React's development version is twice the size and slower; a stray NODE_ENV lets it in. */
  readonly hasDevelopmentReact: boolean
}

/**
 * The scripts that the page names, all they import at once, and the worker with its own imports.
 * Lazily loaded parts are not counted: they come after the first picture.
 */
export function measureFirstLoad(folder = 'dist'): FirstLoad {
  const html = readFileSync(`${folder}/index.html`, 'utf8')
  const waiting = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\.\/([^"]+\.js)"/g)]
  if (waiting.length === 0) throw new Error(`${folder}/index.html names no script.`)
  const texts = new Map<string, string>()
  const visit = (file: string): void => {
    if (texts.has(file)) return
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    texts.set(file, text)
    for (const next of fetchedAtOnce(text)) visit(posix.join(posix.dirname(file), next))
  }
  for (const [, file] of waiting) if (file !== undefined) visit(file)
  const files = [...texts].map(([file, text]) => ({
    file,
    bytes: Buffer.byteLength(text),
    gzipBytes: gzipSync(text, { level: 9 }).length,
  }))
  return {
    files,
    gzipBytes: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
    // A warning that only the development version carries.
    hasDevelopmentReact: [...texts.values()].some((text) => text.includes('unique "key" prop')),
  }
}

/** Static imports and workers, as the bundler's output spells them; `import(…)` is not among them. */
function fetchedAtOnce(text: string): string[] {
  const imports = text.matchAll(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)
  const workers = text.matchAll(/new Worker\((?:\s*new URL\()+\s*["'`]([^"'`]+\.js)["'`]/g)
  return [...imports, ...workers].flatMap(([, file]) => file ?? [])
}

/** The worker's own file, in bytes of gzip. */
function measureWorker(folder = 'dist'): number {
  const name = readdirSync(`${folder}/assets`).find((each) =>
    /^worker-(?!host-)[^.]*\.js$/.test(each),
  )
  if (name === undefined) throw new Error(`${folder} has no worker.`)
  return gzipSync(readFileSync(`${folder}/assets/${name}`), { level: 9 }).length
}

/** Prints the measures and says whether it is within its limits. */
export function reportFirstLoad(): boolean {
  const { files, gzipBytes, hasDevelopmentReact } = measureFirstLoad()
  for (const each of files) console.log(`${String(each.gzipBytes).padStart(8)}  ${each.file}`)
  console.log(`${gzipBytes} bytes of JavaScript (gzip) before the first picture,`)
  console.log(`at most ${firstLoadBytesMax} allowed`)
  const workerBytes = measureWorker()
  console.log(`${workerBytes} bytes of JavaScript (gzip) in the worker, ${workerBytesMax} allowed`)
  if (hasDevelopmentReact) console.log("React's development version is in the build.")
  const isLight = gzipBytes <= firstLoadBytesMax && workerBytes <= workerBytesMax
  return isLight && !hasDevelopmentReact
}

/** The glossary is not needed for the first picture, so it comes after it. */
import { useEffect, useState } from 'react'
import type { GlossaryEntry } from '../words/glossary-entry.ts'
import { termFinder, type TermFinder } from '../words/mark-terms.ts'

export interface Glossary {
  readonly finder: TermFinder
  readonly entries: ReadonlyMap<string, GlossaryEntry>
}

const EMPTY: Glossary = { finder: termFinder([]), entries: new Map() }

const cache: { loading: Promise<Glossary> | null; loaded: Glossary } = {
  loading: null,
  loaded: EMPTY,
}

async function load(): Promise<Glossary> {
  const { GLOSSARY } = await import('../words/glossary.ts')
  const entries = new Map(GLOSSARY.map((entry) => [entry.id, entry]))
  cache.loaded = { finder: termFinder(GLOSSARY), entries }
  return cache.loaded
}

/** The glossary; empty for the first moments. */
export function useGlossary(): Glossary {
  const [glossary, setGlossary] = useState(cache.loaded)
  useEffect(() => {
    let wanted = true
    cache.loading ??= load()
    void cache.loading.then((loaded) => wanted && setGlossary(loaded))
    return () => {
      wanted = false
    }
  }, [])
  return glossary
}

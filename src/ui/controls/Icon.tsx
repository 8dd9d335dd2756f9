/** Small drawings for buttons and marks; ink is the text's colour. Never without a word beside. */
const PATHS = {
  play: 'M6 4.2v11.6L15.5 10z',
  pause: 'M6 4h3v12H6zM11.5 4h3v12h-3z',
  restart: 'M4.5 4v12M15.5 4.5v11L7 10z',
  back: 'M5 4.5v11M14.5 4.8 8 10l6.5 5.2z',
  step: 'M15 4.5v11M5.5 4.8 12 10l-6.5 5.2z',
  next: 'M3 5l5.5 5L3 15zM9 5l5.5 5L9 15zM17 4.5v11',
  end: 'M15.5 4v12M4.5 4.5v11L13 10z',
  share:
    'M7.5 11.5l5-3M7.5 8.5l5 3M5.5 10m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M14.5 7m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M14.5 13m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  present: 'M3 4h14v9H3zM10 13v3M6.5 16.5h7',
  settings:
    'M3 6h8M15 6h2M3 14h2M9 14h8M13 6m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 14m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  help: 'M7.2 7.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.2 1-1.2 1.9M10 15v.6',
  close: 'M5 5l10 10M15 5 5 15',
  tick: 'M4 10.5l4 4 8-9',
  clock: 'M10 10m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M10 6v4l3 2',
  stop: 'M7 3h6l4 4v6l-4 4H7l-4-4V7zM7 10h6',
  tray: 'M3 11v6h14v-6h-3.8l-1.5 2.4H8.3L6.8 11zM6 7.5h8M7.5 4h5',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
} as const

export type IconName = keyof typeof PATHS

const FILLED: ReadonlySet<string> = new Set(['play', 'pause'])

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={FILLED.has(name) ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** What a key does. Keys that the focused thing wants itself are left to it. */
export type Shortcut =
  | 'toggle'
  | 'step'
  | 'back'
  | 'next'
  | 'restart'
  | 'end'
  | 'undo'
  | 'present'
  | 'leave'
  | 'help'
  | 'on'
  | 'previous'

interface Press {
  readonly key: string
  /** Ctrl, Alt or the system's own key is down. */
  readonly modified: boolean
  readonly presenting: boolean
  /** Single letters may be shortcuts. */
  readonly letters: boolean
  /** What has the focus: something to type in, something that Space presses, or neither. */
  readonly focus: 'typing' | 'pressing' | 'none'
}

const LETTERS: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  [' ', 'toggle'],
  ['.', 'step'],
  [',', 'back'],
  ['n', 'next'],
  ['r', 'restart'],
  ['e', 'end'],
  ['u', 'undo'],
  ['p', 'present'],
  ['?', 'help'],
])

/** Keys of a remote control, which only mean something while presenting. */
const PRESENTING: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ['PageDown', 'on'],
  ['PageUp', 'previous'],
  ['.', 'on'],
  ['Escape', 'leave'],
])

export function shortcutOf({ key, modified, presenting, letters, focus }: Press): Shortcut | null {
  if (modified || focus === 'typing') return null
  const single = key.length === 1
  if (single && !letters) return null
  const remote = presenting ? PRESENTING.get(key) : undefined
  if (remote !== undefined) return remote
  if (key === ' ' && focus === 'pressing') return null
  return LETTERS.get(key.toLowerCase()) ?? null
}

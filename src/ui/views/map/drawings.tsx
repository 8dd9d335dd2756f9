/** The hosts as line drawings on a square of 100; ink and paper come from the style sheet. */
import type { ReactElement } from 'react'
import type { HostState } from '../../../sim/facts/fact.ts'

function Laptop({ closed }: { readonly closed: boolean }) {
  if (closed)
    return (
      <>
        <path className="fill" d="M10 66q0-6 6-6h68q6 0 6 6z" />
        <path className="fill" d="M4 66h92l-3 11q-1 4-6 4H13q-5 0-6-4z" />
        <path d="M40 66q0 5 5 5h10q5 0 5-5" />
        <path className="thin" d="M62 34h12L62 48h12M80 16h9L80 27h9" />
      </>
    )
  return (
    <>
      <rect className="fill" x="18" y="14" width="64" height="46" rx="4" />
      <rect className="tint" x="25" y="21" width="50" height="32" rx="1.5" />
      <path className="thin" d="M33 27h34v20H33zM33 28l17 11 17-11" />
      <path className="fill" d="M18 60h64l13 14q2 7-6 7H11q-8 0-6-7z" />
      <path className="thin" d="M22 67h56M42 75h16" />
    </>
  )
}

/** A server that is a post office: machines under a gable, with a posthorn in it. */
function PostOffice() {
  return (
    <>
      <path className="fill" d="M6 40 50 10l44 30z" />
      <circle className="thin" cx="50" cy="29" r="5.5" />
      <path className="thin" d="M55.5 29h8l5-4v8l-5-4" />
      <rect className="fill" x="14" y="40" width="72" height="46" />
      <rect className="tint" x="24" y="47" width="52" height="11" rx="2" />
      <rect className="tint" x="24" y="62" width="52" height="11" rx="2" />
      <path className="thin" d="M30 52.5h20M30 67.5h20M66 52.5h4M66 67.5h4" />
      <path d="M6 88h88" />
    </>
  )
}

/** A machine with a letter box beside it. What has come sticks out of the slot. */
function MailServer({ letters }: { readonly letters: number }) {
  return (
    <>
      <rect className="fill" x="6" y="12" width="42" height="76" rx="3" />
      <rect className="tint" x="12" y="20" width="30" height="13" rx="2" />
      <rect className="tint" x="12" y="38" width="30" height="13" rx="2" />
      <path
        className="thin"
        d="M17 26.5h12M17 44.5h12M36 26.5h2M36 44.5h2M14 64h26M14 71h26M14 78h26"
      />
      <path className="fill" d="M54 88V52q0-19 20.5-19T95 52v36z" />
      <path className={letters > 0 ? 'slot full' : 'slot'} d="M61 55h27" />
      <path className="thin" d="M61 66h27v14H61z" />
    </>
  )
}

/** A house like the post office, but a neighbour's: one machine, and a tray for what is taken in. */
function Neighbour() {
  return (
    <>
      <path className="fill" d="M8 44 50 14l42 30z" />
      <rect className="fill" x="16" y="44" width="68" height="42" />
      <rect className="tint" x="25" y="50" width="50" height="11" rx="2" />
      <path className="thin" d="M31 55.5h18M67 55.5h3" />
      <path className="thin" d="M27 68v13h46V68M27 70h12l4 5h14l4-5h12" />
      <path d="M8 88h84" />
    </>
  )
}

function Phone() {
  return (
    <>
      <rect className="fill" x="28" y="10" width="44" height="80" rx="8" />
      <rect className="dark" x="33" y="20" width="34" height="56" rx="2" />
      <path className="thin" d="M46 83h8M45 15h10" />
    </>
  )
}

function AddressBook() {
  return (
    <>
      <path className="fill" d="M20 12h58q4 0 4 4v68q0 4-4 4H20z" />
      <path d="M30 12v76" />
      <path className="thin" d="M82 26h7v12h-7M82 44h7v12h-7M82 62h7v12h-7" />
      <path className="thin" d="M40 30h30M40 42h22M40 54h30M40 66h18" />
    </>
  )
}

/** A monitor with a beetle in it. */
function InfectedPc() {
  return (
    <>
      <rect className="fill" x="8" y="12" width="84" height="58" rx="4" />
      <path className="fill" d="M38 70h24l5 16H33z" />
      <path d="M26 87h48" />
      <ellipse className="bug" cx="50" cy="43" rx="11" ry="15" />
      <path
        className="bug"
        d="M50 29v29M40 37l-12-6M39 44H26M40 50l-12 7M60 37l12-6M61 44h13M60 50l12 7"
      />
      <path className="bug" d="M45 29l-4-8M55 29l4-8" />
    </>
  )
}

/** A sheet on a board: names, each with a cross before it. */
function Blocklist() {
  return (
    <>
      <rect className="fill" x="16" y="14" width="68" height="76" rx="3" />
      <rect className="tint" x="36" y="7" width="28" height="14" rx="2" />
      <path className="bug" d="M26 34l9 9M35 34l-9 9M26 53l9 9M35 53l-9 9M26 72l9 9M35 72l-9 9" />
      <path className="thin" d="M43 39h30M43 58h30M43 77h20" />
    </>
  )
}

/** A house in which a letter only turns round: an arrow comes in and goes out again. */
function Forwarder() {
  return (
    <>
      <path className="fill" d="M8 44 50 14l42 30z" />
      <rect className="fill" x="16" y="44" width="68" height="42" />
      <path d="M26 76V64q0-10 10-10h34M60 43l12 11-12 11" />
      <path d="M8 88h84" />
    </>
  )
}

/** One letter that becomes several. */
function MailingList() {
  return (
    <>
      <path className="fill" d="M6 36h34v26H6z" />
      <path className="thin" d="M6 36l17 14 17-14" />
      <path className="thin" d="M44 49h8M52 49l12-29M52 49h12M52 49l12 29" />
      <path className="fill" d="M66 8h28v22H66zM66 38h28v22H66zM66 68h28v22H66z" />
      <path className="thin" d="M66 8l14 12L94 8M66 38l14 12 14-12M66 68l14 12 14-12" />
    </>
  )
}

interface Props {
  readonly kind: string
  readonly state: HostState
  readonly letters: number
}

function shapeOf({ kind, state, letters }: Props): ReactElement {
  switch (kind) {
    case 'mua':
      return <Laptop closed={state === 'asleep'} />
    case 'submission':
      return <PostOffice />
    case 'mx':
      return <MailServer letters={letters} />
    case 'backup':
      return <Neighbour />
    case 'device':
      return <Phone />
    case 'name-server':
      return <AddressBook />
    case 'blocklist':
      return <Blocklist />
    case 'forwarder':
      return <Forwarder />
    case 'list':
      return <MailingList />
    default:
      return <InfectedPc />
  }
}

/** Down is crossed out; unreachable has a cut cable at its foot, offline a receiver on its hook. */
function Trouble({ state }: { readonly state: HostState }) {
  if (state === 'refused') return <path className="cross" d="M8 8l84 84M92 8 8 92" />
  if (state === 'offline')
    return (
      <path className="hook" d="M2 84q0-9 10-9h20q10 0 10 9v3h-9v-5H11v5H2zM11 98h22l-4-11H15z" />
    )
  if (state !== 'unreachable') return null
  return <path className="cross" d="M4 96h34l5-8M96 96H62l-5-8M44 100l12-12" />
}

export function HostDrawing(props: Props) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <g className="body">{shapeOf(props)}</g>
      <Trouble state={props.state} />
    </svg>
  )
}

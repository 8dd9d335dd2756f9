/** The texts of the page itself. What lessons say stands with the scenarios. */
import type { ScenarioGroup } from '../../sim/scenarios/index.ts'
import type { Level, Words } from '../../sim/scenarios/scenario.ts'
import type { Road } from '../../sim/run.ts'

export const NAME = 'Mailpath'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  everyday: 'Everyday',
  technical: 'Technical',
  protocol: 'Protocol',
}

export const ROAD_NAMES: Readonly<Record<Road, string>> = {
  direct: 'Direct',
  relayed: 'Relayed',
  both: 'Both',
}

/** The two worlds as one talks of them. */
export const WORLD_NAMES: Readonly<Record<string, Readonly<Record<Level, string>>>> = {
  direct: { everyday: 'Straight', technical: 'Direct', protocol: 'Direct' },
  relayed: { everyday: 'By post office', technical: 'Relayed', protocol: 'Relayed' },
}

/** Headings in the list of scenarios. */
export const SCENARIO_GROUPS: Readonly<Record<ScenarioGroup, Words>> = {
  'first-steps': { everyday: 'First steps', technical: 'First steps', protocol: 'First steps' },
  senders: {
    everyday: "The sender's reasons",
    technical: "The sender's reasons",
    protocol: 'Reasons of the client',
  },
  receivers: {
    everyday: "The receiver's reasons",
    technical: "The receiver's reasons",
    protocol: 'Reasons of the server',
  },
  servers: {
    everyday: 'Mail servers among themselves',
    technical: 'Servers among themselves',
    protocol: 'Between MTAs',
  },
}

export const CONTROLS = {
  close: 'Close',
  road: 'Road',
  level: 'Words',
  scenario: 'Scenario',
  opening: 'Opening…',
  share: 'Share',
  present: 'Present',
  leavePresent: 'Leave',
  settings: 'Settings',
  help: 'Keys',
  skip: 'Skip to the story',
} as const

export const PLAYBACK = {
  region: 'Time',
  play: 'Play',
  pause: 'Pause',
  restart: 'To the start',
  back: 'One event back',
  step: 'One event on',
  next: 'Next of interest',
  end: 'To the end',
  speed: 'Speed',
  clock: 'Clock',
  worth: (words: string): string => `1 s = ${words}`,
  real: 'real time',
} as const

export const STORY = {
  region: 'Story',
  prologue: 'In two steps',
  ask: 'What do you say? Your answer starts the run.',
  iSay: 'I say:',
  justPlay: 'Just play, no bet',
  goOn: 'Go on',
  watch: 'What to watch',
  youSaid: 'You said:',
  right: 'Right.',
  wrong: 'Not so.',
  open: 'This run does not decide it.',
  changed: 'You have changed this run; the numbers are those of your run.',
  result: 'What happened',
  explanation: 'Why',
  next: 'Go on asking',
  follows: 'Now:',
  another: 'The next one:',
  again: 'Bet again',
  attempts: (n: number): string => (n === 1 ? '1 try' : `${n} tries`),
  after: (duration: string): string => `after ${duration}`,
  lastAfter: (duration: string): string => `the last after ${duration}`,
  noneYet: '–',
} as const

export const READINGS = {
  region: 'Readings',
  more: 'More readings',
  fewer: 'Fewer readings',
} as const

export const PANELS = {
  story: 'Story',
  acts: 'Acts',
  details: 'Details',
  readings: 'Readings',
  told: 'In words',
  label: 'Panels',
  stage: 'Stage',
} as const

export const SHARE = {
  title: 'Share this run',
  about: 'Whoever opens this link finds the same scenario, with the same luck and the same acts.',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied.',
  byHand: 'The link is selected: copy it with your keyboard or menu.',
} as const

export const SETTINGS = {
  title: 'Settings',
  theme: 'Paper',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  narrator: 'Narrator',
  narrators: { off: 'Silent', brief: 'Brief', full: 'Everything' },
  seed: 'Luck (seed)',
  seedAbout: 'The same number gives the same run; another number another draw.',
  keys: 'Single keys as shortcuts',
  keysAbout: 'Space, comma, full stop and letters; switch them off if you dictate.',
  apply: 'Run with this luck',
} as const

export const HELP = {
  title: 'Keys',
  off: 'Single keys are switched off in the settings.',
  keys: [
    ['Space', 'play or pause'],
    ['.', 'one event on'],
    [',', 'one event back'],
    ['N', 'next of interest'],
    ['R', 'to the start'],
    ['E', 'to the end'],
    ['U', 'take the last act back'],
    ['P', 'present, and leave the presentation'],
    ['PageDown, PageUp', 'while presenting: on and back'],
    ['Esc', 'close what is open'],
    ['?', 'this list'],
  ],
} as const

export const FAILURE = {
  title: 'The simulation has stopped',
  about:
    'The part of the page that computes the run does not answer any more. Your bet, your acts and ' +
    'your settings are still here; only the run has to be computed again.',
  reason: 'What it said last:',
  again: 'Start again',
  drawing: 'The page could not be drawn',
  drawingAbout: 'Something of ours is wrong. Opening the page anew begins from the start.',
  reload: 'Open the page anew',
} as const

export const LINK_PROBLEMS = {
  unreadable: 'This link is broken or cut off, so the first scenario has been opened instead.',
  version: 'This link was made for another version, so the first scenario has been opened instead.',
  scenario:
    'This link asks for a scenario that is not here, so the first scenario has been opened instead.',
  acts: 'This link asks for something that cannot be done here, so the first scenario has been opened instead.',
  away: 'This scenario could not be fetched. Is the network there? Choose it again to try again.',
  dismiss: 'All right',
} as const

export const OUTCOMES: Readonly<Record<string, Readonly<Record<Level, string>>>> = {
  delivered: { everyday: 'delivered', technical: 'delivered', protocol: 'delivered' },
  junk: {
    everyday: 'delivered, but in the junk folder',
    technical: 'delivered, but in the junk folder',
    protocol: 'delivered, folder Junk',
  },
  refused: { everyday: 'refused', technical: 'refused', protocol: 'refused' },
  bounced: { everyday: 'sent back', technical: 'bounced', protocol: 'bounced' },
  lost: { everyday: 'lost', technical: 'lost', protocol: 'lost' },
  discarded: { everyday: 'thrown away', technical: 'discarded', protocol: 'discarded' },
  queued: { everyday: 'still waiting', technical: 'queued', protocol: 'queued' },
}

export const PRESENT = {
  region: 'Caption',
  hint: 'PageDown goes on, PageUp back, Esc leaves',
  step: (now: number, all: number): string => `${now} of ${all}`,
  on: 'On',
  back: 'Back',
} as const

/** In front of a world that was computed beside those on the stage. */
export const WHAT_IF = 'What if:'

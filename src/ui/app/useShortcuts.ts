/** Listens for keys on the whole page. */
import { useEffect } from 'react'
import {
  nextOfInterest,
  pause,
  play,
  restart,
  runToEnd,
  setPresenting,
  stepEvent,
  undoAct,
} from '../state/actions.ts'
import { labStore } from '../state/store.ts'
import { presentBack, presentOn } from './present-steps.ts'
import { shortcutOf, type Shortcut } from './shortcuts.ts'

export function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open],[data-summary]') !== null)
        return
      const { presenting, shortcuts } = labStore.getState()
      const what = shortcutOf({
        key: event.key,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        presenting,
        letters: shortcuts,
        focus: focusOf(event.target),
      })
      if (what === null) return
      event.preventDefault()
      if (what === 'help') onHelp()
      else DO[what]()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onHelp])
}

const DO: Readonly<Record<Exclude<Shortcut, 'help'>, () => void>> = {
  toggle: () => (labStore.getState().playing ? pause() : play()),
  step: () => stepEvent(1),
  back: () => stepEvent(-1),
  next: nextOfInterest,
  restart,
  end: runToEnd,
  undo: undoAct,
  present: () => setPresenting(!labStore.getState().presenting),
  leave: () => setPresenting(false),
  on: presentOn,
  previous: presentBack,
}

function focusOf(target: EventTarget | null): 'typing' | 'pressing' | 'none' {
  if (!(target instanceof Element)) return 'none'
  const radio = target.matches('input[type=radio], input[type=checkbox]')
  if (!radio && target.matches('input, textarea, select, [contenteditable]')) return 'typing'
  return radio || target.closest('button, a, summary, [role]') !== null ? 'pressing' : 'none'
}

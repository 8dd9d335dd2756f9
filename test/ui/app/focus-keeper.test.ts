import { afterEach, expect, it, vi } from 'vitest'
import { keepFocus } from '../../../src/ui/app/focus-keeper.ts'

let end = (): void => {}

afterEach(() => {
  end()
  document.body.replaceChildren()
})

const one = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!

function show(html: string): void {
  const root = document.createElement('main')
  root.innerHTML = html
  document.body.append(root)
  end = keepFocus(root)
  one('button').focus()
}

it('the focus goes to the heading of the part that held what is gone', async () => {
  show('<h1>Page</h1><section><h2>Part</h2><p><button>Away</button></p></section>')
  one('p').remove()
  await vi.waitFor(() => expect(document.activeElement).toBe(one('h2')))
})

it.each([
  ['goes with it', () => one('button').remove()],
  ['stays in it', () => {}],
])('a panel that is hidden is no home: its button %s', async (_, change) => {
  show('<div><p id="old"><button>Away</button></p><p id="new" hidden></p></div>')
  one('#old').hidden = true
  one('#new').hidden = false
  change()
  one('#new').append(Object.assign(document.createElement('h3'), { textContent: 'New' }))
  await vi.waitFor(() => expect(document.activeElement).toBe(one('h3')))
})

it('a bare box is no home: there is nothing to say of it', async () => {
  show(
    '<section aria-label="Riddle"><h3>Riddle</h3><div><p><button>Next</button></p></div></section>',
  )
  one('p').replaceWith(document.createElement('form'))
  await vi.waitFor(() => expect(document.activeElement).toBe(one('h3')))
})

it('a part with a name is one, even where it has no heading', async () => {
  show('<h2>Page</h2><div role="tabpanel" aria-label="Part"><div><button>Away</button></div></div>')
  one('button').remove()
  await vi.waitFor(() => expect(document.activeElement).toBe(one('[role=tabpanel]')))
})

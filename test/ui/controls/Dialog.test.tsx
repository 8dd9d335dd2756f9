import { useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Dialog } from '../../../src/ui/controls/Dialog.tsx'

function Example({ alert = false }: { readonly alert?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      <Dialog title="A title" open={open} onClose={() => setOpen(false)} alert={alert}>
        <button type="button" onClick={() => setOpen(false)}>
          answer
        </button>
      </Dialog>
    </>
  )
}

it('a dialog closes with Escape and gives the focus back', async () => {
  await render(<Example />)
  await page.getByRole('button', { name: 'open' }).click()
  await expect.element(page.getByRole('dialog', { name: 'A title' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'open' })).toHaveFocus()
})

it('an alert wants an answer', async () => {
  await render(<Example alert />)
  await page.getByRole('button', { name: 'open' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('alertdialog', { name: 'A title' })).toBeVisible()
  await page.getByRole('button', { name: 'answer' }).click()
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
})

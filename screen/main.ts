import { createApp } from 'vue'
import { reportFaults } from './live/faults.ts'
import { guardPicture } from './live/last-resort.ts'
import { keepShell } from './live/shell.ts'
import { signInByAddress } from './live/sign-in.ts'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

const root = document.querySelector<HTMLElement>('#screen') ?? document.body
const app = createApp(ScreenApp)
reportFaults(app, guardPicture(root))
void signInByAddress().finally(() => app.mount(root))
void keepShell()

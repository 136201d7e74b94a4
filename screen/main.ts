import { createApp } from 'vue'
import { reportFaults } from './live/faults.ts'
import { keepShell } from './live/shell.ts'
import { signInByAddress } from './live/sign-in.ts'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

const app = createApp(ScreenApp)
reportFaults(app)
void signInByAddress().then(() => app.mount('#screen'))
void keepShell()

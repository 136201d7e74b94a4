import { createApp } from 'vue'
import { signInByAddress } from './live/sign-in.ts'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

void signInByAddress().then(() => createApp(ScreenApp).mount('#screen'))

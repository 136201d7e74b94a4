import { createApp } from 'vue'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

createApp(ScreenApp).mount('#screen')

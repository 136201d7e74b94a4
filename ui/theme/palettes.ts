import { fontFamily, type Theme, type ThemeName } from './theme.ts'

/** Staff pages: white panels, one red accent. */
const light: Theme = {
  name: 'light',
  dark: false,
  ground: '#F3F4F6',
  panel: '#FFFFFF',
  line: '#DFE3E8',
  text: '#1F2A37',
  sub: '#52606D',
  muted: '#616D7A',
  accent: '#9A1B1B',
  hero: '#1F2A37',
  header: { from: '#9A1B1B', to: '#8A1616', ink: '#FFFFFF' },
  series: ['#0072B2', '#B35C00', '#786C63', '#210F80', '#521808'],
  ramp: [
    { fill: '#DCE9F3', ink: '#1F2A37' },
    { fill: '#9CC3E0', ink: '#1F2A37' },
    { fill: '#2F73A8', ink: '#FFFFFF' },
    { fill: '#0B4A7A', ink: '#FFFFFF' },
  ],
  status: { ok: '#1B7A4A', warn: '#8F5F00', bad: '#B42318' },
  fontFamily,
}

/** Wall, everyday: navy with one gold for the headline figures. */
const blue: Theme = {
  name: 'blue',
  dark: true,
  ground: '#061528',
  panel: '#0B2342',
  line: '#21446F',
  text: '#EAF2FF',
  sub: '#A9BEDD',
  muted: '#8199BD',
  accent: '#F5C75D',
  hero: '#F5C75D',
  header: { from: '#0B2342', to: '#061528', ink: '#EAF2FF' },
  series: ['#56B4E9', '#F0A202', '#DDF497', '#9B8E97', '#E66441'],
  ramp: [
    { fill: '#1D4470', ink: '#EAF2FF' },
    { fill: '#2A6CA8', ink: '#FFFFFF' },
    { fill: '#63A9DB', ink: '#061528' },
    { fill: '#B5DDF4', ink: '#061528' },
  ],
  status: { ok: '#5FD6A2', warn: '#FFD166', bad: '#FF7A6B' },
  fontFamily,
}

/** Wall, ceremonial: red stays in the header band; the data area is a warm near-black. */
const redGold: Theme = {
  name: 'red-gold',
  dark: true,
  ground: '#1E0A0C',
  panel: '#2E1114',
  line: '#5C2A2E',
  text: '#FFF4E2',
  sub: '#E2CDB0',
  muted: '#B79F86',
  accent: '#FFD57A',
  hero: '#FFD57A',
  header: { from: '#A31B1B', to: '#7A1113', ink: '#FFF4E2' },
  series: ['#FFD57A', '#7CC4E8', '#D1F3CF', '#C08161', '#9A6CDF'],
  ramp: [
    { fill: '#5A2A22', ink: '#FFF4E2' },
    { fill: '#8F4A2C', ink: '#FFF4E2' },
    { fill: '#D29A52', ink: '#1E0A0C' },
    { fill: '#FFE2A3', ink: '#1E0A0C' },
  ],
  status: { ok: '#5FD6A2', warn: '#FFD166', bad: '#FF7A6B' },
  fontFamily,
}

/** The three palettes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = { light, blue, 'red-gold': redGold }

// The wall's server side: what scenes show, what plays, who may change it. Other layers import from '#wall' only.
export type { PanelAnswer, PanelContext, PanelKind, PanelOption, PanelOptions } from './panels/panel-kind.ts'

import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { connect } from './backend';
import { guardPage } from './state/guard';
import { startTheme } from './state/theme';

startTheme();
guardPage();
const target = document.getElementById('app');
if (target) mount(App, { target, props: { backend: connect() } });

import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';

import { mount } from 'svelte';

import { connect } from '../backend';
import { startTheme } from '../state/theme';
import Switcher from './Switcher.svelte';

startTheme();
const target = document.getElementById('app');
if (target) mount(Switcher, { target, props: { backend: connect() } });

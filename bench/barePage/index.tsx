// The least that a page with Fluent can be: a theme and one button. The pane's first load is held beside it.
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<FluentProvider theme={webLightTheme}><Button>Button</Button></FluentProvider>);

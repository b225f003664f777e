import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles/base.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/otobo.css';
import './styles/chat.css';
import './styles/message.css';
import './styles/blocks.css';
import './styles/admin.css';

const page = document.getElementById('page');
if (!page) throw new Error('The page has no element "page".');
createRoot(page).render(<App />);

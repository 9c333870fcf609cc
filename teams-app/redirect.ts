import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** The page Microsoft comes back to after its pop-up: hands the answer to the window that asked, and closes. */
void broadcastResponseToMainFrame();

import { ConfidentialClientApplication } from '@azure/msal-node';
import { networkFault, OutsideFault } from '../../kernel/outside';

/** Tokens of the application itself for Graph (client credentials); msal keeps one until it expires. */
export function applicationToken(settings: {
  authority: string;
  clientId: string;
  clientSecret: string;
}): () => Promise<string> {
  const application = new ConfidentialClientApplication({ auth: settings });
  return async () => {
    try {
      const granted = await application.acquireTokenByClientCredential({
        scopes: ['https://graph.microsoft.com/.default'],
      });
      if (granted) return granted.accessToken;
    } catch (error) {
      // Nothing was sent yet, so whatever went wrong may be tried again.
      throw new OutsideFault('busy', networkFault(error).message, 60);
    }
    throw new OutsideFault('refused', 'no token');
  };
}

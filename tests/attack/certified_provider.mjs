// A certified OpenID provider with one account, for the tests: node certified_provider.mjs PORT RETURN_ADDRESS CONFORM
import { Provider } from 'oidc-provider';

const [port, returnAddress, conform] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'placecheck-tests',
    client_secret: 'a-secret-of-the-tests-alone',
    redirect_uris: [returnAddress],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: conform === 'yes', // then the address is told at the userinfo address alone
  cookies: { keys: ['of the tests alone'] },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@harbour.example`, email_verified: true }),
  }),
});
provider.listen(port, '127.0.0.1', () => console.log('listening'));

/*
 * Runs when a letter is sent (OnMessageSend), with no pane and, in classic Outlook for Windows, no page: one plain script
 * without imports, written for the old engine there. It logs the letter the pane was told to log, and lets it go whatever
 * happens: a customer's letter is never held up by us.
 */
(function () {
  var longestText = 100000;
  // Outlook waits five minutes; a letter should not wait for a slow server more than this.
  var longestMs = 4000;

  function value(call) {
    return new Promise(function (resolve, reject) {
      call(function (result) {
        if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
        else reject(new Error(result.error.message));
      });
    });
  }

  function person(details) {
    return { address: details.emailAddress.toLowerCase(), name: details.displayName || null };
  }

  function within(ms, promise) {
    return Promise.race([
      promise,
      new Promise(function (resolve) {
        setTimeout(resolve, ms);
      }),
    ]);
  }

  function log(item) {
    return value(function (done) {
      item.sessionData.getAsync('ryadom-log', done);
    }).then(function (text) {
      var wish = JSON.parse(text);
      return Promise.all([
        value(function (done) {
          item.subject.getAsync(done);
        }),
        value(function (done) {
          item.to.getAsync(done);
        }),
        value(function (done) {
          item.cc.getAsync(done);
        }),
        value(function (done) {
          item.body.getAsync(Office.CoercionType.Text, done);
        }),
        value(function (done) {
          item.from.getAsync(done);
        }),
      ]).then(function (parts) {
        return fetch(wish.server + '/api/mail', {
          method: 'POST',
          credentials: 'same-origin',
          headers: Object.assign(
            { 'content-type': 'application/json', 'x-requested-by': 'ryadom' },
            wish.token ? { authorization: 'Bearer ' + wish.token } : {},
          ),
          body: JSON.stringify({
            key: 'pending:' + wish.pending,
            threadKey: item.conversationId || null,
            companyId: wish.companyId,
            contactId: wish.contactId,
            kind: 'letter',
            direction: 'out',
            subject: parts[0],
            to: parts[1].concat(parts[2]).map(person),
            body: parts[3].slice(0, longestText),
            from: person(parts[4]),
            at: new Date().toISOString(),
          }),
        });
      });
    });
  }

  function onMessageSend(event) {
    var letGo = function () {
      event.completed({ allowEvent: true });
    };
    within(longestMs, log(Office.context.mailbox.item)).then(letGo, letGo);
  }

  Office.onReady();
  Office.actions.associate('onMessageSend', onMessageSend);
})();

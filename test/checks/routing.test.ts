import { cableWith, checkDiagnostics, checkFix, checkSilent } from './check';

describe('checks of routing and addresses', () => {
  it('routing-malformed: something between the routing indicators', () => {
    checkDiagnostics(
      'routing-malformed',
      cableWith({ routing: 'RR RUEHDE ⟦RU3HDIR⟧' }),
      'Routing line not readable: expected a precedence digraph and routing indicators.',
    );
    checkDiagnostics(
      'routing-malformed',
      cableWith({ routing: 'RR RUEHDE RUEHDIR\nRUEHYN ⟦RUEH0C⟧' }),
      'Routing line not readable: expected a precedence digraph and routing indicators.',
    );
    checkSilent('routing-malformed', cableWith({ routing: 'RR RUEHDE RUEHDIR\nRUEHYN RUEHC' }));
  });

  it('routing-indicator-unknown: one letter from one that fits the addressee', () => {
    checkDiagnostics(
      'routing-indicator-unknown',
      cableWith({ info: 'INFO ⟦RHMFIS⟧/CDR USCENTCOM MACDILL AFB FL' }),
      'Routing indicator RHMFIS is not known; did you mean RHMFISS?',
    );
    checkDiagnostics(
      'routing-indicator-unknown',
      cableWith({ info: 'INFO ⟦RUEHYNN⟧/AMEMBASSY SANAA 0007' }),
      'Routing indicator RUEHYNN is not known; did you mean RUEHYN?',
    );
    checkFix(
      'routing-indicator-unknown',
      cableWith({ info: 'INFO RUEHYNN/AMEMBASSY SANAA 0007' }),
      'Write RUEHYN',
      cableWith(),
    );
    checkSilent('routing-indicator-unknown', cableWith({ info: 'INFO RUEHYNN/AMEMBASSY LISBON 0007' }));
    checkSilent('routing-indicator-unknown', cableWith({ info: 'INFO RXXXXX/AMEMBASSY SANAA 0007' }));
  });

  it('routing-indicator-other-station: the indicator of another collective or post', () => {
    checkDiagnostics(
      'routing-indicator-other-station',
      cableWith({ info: 'INFO ⟦RUEHXX⟧/ARAB ISRAELI COLLECTIVE' }),
      'ARAB ISRAELI COLLECTIVE is elsewhere reached through RUEHXK; RUEHXX is GENEVA IO MISSIONS COLLECTIVE.',
    );
    checkSilent(
      'routing-indicator-other-station',
      cableWith({ info: 'INFO RUEHXK/ARAB ISRAELI COLLECTIVE' }),
    );
    // Strasbourg has a rarer indicator too.
    checkDiagnostics(
      'routing-indicator-other-station',
      cableWith({ info: 'INFO ⟦RUEHPG⟧/AMCONSUL STRASBOURG' }),
      'AMCONSUL STRASBOURG is elsewhere reached through RUEHSR; RUEHPG is AMEMBASSY PRAGUE.',
    );
    checkSilent('routing-indicator-other-station', cableWith({ info: 'INFO RUEHFRS/AMCONSUL STRASBOURG' }));
    checkSilent('routing-indicator-other-station', cableWith({ info: 'INFO RHEHAAA/NSC WASHDC' }));
    checkSilent('routing-indicator-other-station', cableWith({ info: 'INFO RHMFISS/AMEMBASSY SANAA' }));
    checkSilent('routing-indicator-other-station', cableWith({ info: 'INFO RUEHBS/USEU BRUSSELS' }));
  });

  it('address-misspelt: one letter in a long word', () => {
    checkDiagnostics(
      'address-misspelt',
      cableWith({ info: 'INFO RHMFISS/⟦CDR USCENCOM MACDILL AFB FL⟧' }),
      '"CDR USCENCOM MACDILL AFB FL" is probably "CDR USCENTCOM MACDILL AFB FL".',
    );
    checkSilent('address-misspelt', cableWith({ info: 'INFO RHMFISS/CDR USCENTCOM MACDILL AFB FL' }));
    checkSilent('address-misspelt', cableWith({ info: 'INFO RUEAIIA/CIFA WASHDC' }));
    checkSilent('address-misspelt', cableWith({ info: 'INFO RUEHYN/AMEMBASSY SANA 0007' }));
  });
});

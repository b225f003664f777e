import type { setup as en } from '../en/setup';

export const setup: Readonly<Record<keyof typeof en, string>> = {
  'command.setup.about': 'Bereitet die Verbindung vor: erzeugt ein Geheimnis und schickt Ihnen den Webservice für OTOBO',
  'command.doctor.about': 'Prüft die Verbindung in beiden Richtungen, Schritt für Schritt',

  'setup.installed':
    'Ich bringe Tickets von OTOBO und Räume von Rocket.Chat zusammen. Drei Schritte, und ich arbeite:\n1. {setup} in irgendeinem Raum: Ich erzeuge ein Geheimnis und schicke Ihnen den Webservice für OTOBO, mit einer Anleitung.\n2. Installieren Sie in OTOBO das Paket dieser App, oder importieren Sie diesen Webservice. Tragen Sie dann die Adresse von OTOBO und ein Konto in meine Einstellungen ein (Marketplace > Private Apps > OTOBO > Einstellungen).\n3. {doctor} prüft beide Richtungen und sagt, was fehlt.\nAlle anderen brauchen nur {help}.',
  'setup.sent':
    'Ich habe Ihnen die Datei {file} mit einer Anleitung als Direktnachricht geschickt. {secret, select, made {Auch ein Geheimnis habe ich erzeugt: Es steht in den Einstellungen der App.} other {Das Geheimnis in den Einstellungen der App ist unverändert.}} Wenn Sie fertig sind, prüft {doctor} alles.',
  'setup.letter':
    'Die Datei {file} oben ist der Webservice für OTOBO, für diesen Arbeitsbereich erzeugt. In OTOBO gehen Sie so vor:\n1. Admin > Dynamische Felder: Legen Sie für Tickets RocketChatURL und RocketChatRoomID (Text) und RocketChatOpen (Checkbox) an. Wer in einem Ticket RocketChatOpen ankreuzt, öffnet dessen Raum.\n2. Admin > Webservices > Webservice hinzufügen > Webservice importieren: Wählen Sie die Datei. Der Webservice heißt dann wie sie, RocketChat; dasselbe muss in den Einstellungen der App unter „Webservice“ stehen.\n3. Konfigurieren Sie in diesem Webservice unter „OTOBO als Requester“ den Netzwerktransport: Setzen Sie im Kopf Authorization das Geheimnis an die Stelle von {placeholder}. Das Geheimnis steht in Rocket.Chat in den Einstellungen der App OTOBO unter „Geheimnis für OTOBO“, niemals in einer Nachricht.\n4. Admin > Agenten: Legen Sie ein Konto für die App an, das in den betroffenen Queues lesen und schreiben darf. Tragen Sie dessen Login und Passwort und die Adresse von OTOBO in die Einstellungen der App ein.\n5. Hier prüft dann {doctor} alles.\n\nIst das OTOBO-Paket dieser App installiert, importieren Sie die Datei nicht. Tragen Sie stattdessen auf dessen Seite in OTOBO das Folgende ein, und dasselbe Geheimnis:\nAdresse: `{host}`\nPfad: `{path}`',

  'doctor.summary': '{red, plural, =0 {Nichts ist kaputt.} one {# Sache funktioniert nicht.} other {# Dinge funktionieren nicht.}}',

  'doctor.settings_complete': 'Die Einstellungen der App sind vollständig.',
  'doctor.secret_missing':
    'Es gibt kein Geheimnis, deshalb wird OTOBO nicht hereingelassen. Rufen Sie {setup} auf, oder tragen Sie unter „Geheimnis für OTOBO“ in den Einstellungen der App eines ein.',
  'doctor.two_secrets':
    'Zwei Geheimnisse gelten. Sobald OTOBO das neue benutzt, leeren Sie „Vorheriges Geheimnis“ in den Einstellungen der App.',
  'doctor.setting_missing':
    '{choice, select, otobo_url {„Adresse der Webservices von OTOBO“} otobo_webservice {„Webservice“} otobo_login {„Login“} other {„Passwort“}} ist in den Einstellungen der App leer, deshalb kann die App OTOBO nichts fragen.',
  'doctor.url_form':
    'Die Adresse der Webservices von OTOBO ({url}) sollte lauten wie https://help.example/otobo/nph-genericinterface.pl, mit diesem Ende und nichts dahinter. Berichtigen Sie sie in den Einstellungen der App.',
  'doctor.url_unencrypted':
    'Die Adresse der Webservices von OTOBO beginnt mit http: Das Passwort des Dienstkontos und die Tickets sind unterwegs lesbar. Verwenden Sie https, außer wenn das Netz dazwischen Ihr eigenes ist.',
  'doctor.time_zone_invalid':
    'Eine Zeitzone {zone} gibt es nicht. Tragen Sie unter „Zeitzone von OTOBO“ in den Einstellungen der App eine wie UTC oder Europe/Berlin ein.',
  'doctor.line_unreadable':
    '{choice, select, people_mapping {Zeile {line} von „Wer ist wer“ in den Einstellungen der App ist nicht zu lesen. Schreiben Sie sie als: Login oder Adresse = Benutzername.} open_rules {Zeile {line} von „Regeln, die Räume öffnen“ in den Einstellungen der App ist nicht zu lesen und öffnet darum nichts. Schreiben Sie sie als: queue = Support; priority = 5 very high.} quiet_hours {„Ruhezeiten“ in den Einstellungen der App ist nicht zu lesen, darum gibt es keine. Schreiben Sie sie als 20:00-07:00.} off_prefix {„Nicht fürs Protokoll: Anfang“ in den Einstellungen der App beginnt mit einem Schrägstrich, der aus jeder Nachricht einen Befehl macht, und gilt darum nicht. Wählen Sie etwas anderes.} note_reaction {„Reaktion, die eine Notiz macht“ in den Einstellungen der App ist kein Emoji, darum macht keine eine. Schreiben Sie sie als :memo:.} off_reaction {„Nicht fürs Protokoll: Reaktion“ in den Einstellungen der App ist kein Emoji, darum gilt keine. Schreiben Sie sie als :mute:.} silence_after {„Stille“ in den Einstellungen der App ist keine Zeit, darum gelten 24 Stunden. Schreiben Sie sie als 30m, 8h oder 2d.} close_delay {„Zeit vor dem Schließen“ in den Einstellungen der App ist keine Zeit, darum gilt eine Stunde. Schreiben Sie sie als 30m, 8h oder 2d.} other {„Löschen nach“ in den Einstellungen der App ist keine Zeit, darum gelten 30 Tage. Schreiben Sie sie als 30m, 8h oder 2d.}}',

  'doctor.setting_corrected':
    'Für die Einstellung {setting} wurde der Wert „{entered}“ eingetragen, der nicht funktionieren kann; darum gilt der bisherige. Was sie nimmt, steht in ihrer Beschreibung.',
  'doctor.paused':
    'Die App ist angehalten („Anhalten“ in ihren Einstellungen): OTOBO soll es später versuchen, und Räume bleiben, wie sie sind, bis Sie das ausschalten.',

  'doctor.site_url': 'Die Adresse dieses Arbeitsbereichs ist {url}.',
  'doctor.site_url_invalid':
    'Unter der Adresse dieses Arbeitsbereichs ({url}) könnte OTOBO nichts aufrufen. Setzen Sie „Website-URL“ unter Administration > Arbeitsbereich > Einstellungen > Allgemein.',
  'doctor.site_url_unencrypted':
    'Die Adresse dieses Arbeitsbereichs ({url}) beginnt mit http: Das Geheimnis und die Tickets sind unterwegs lesbar. Verwenden Sie https, außer wenn das Netz zwischen OTOBO und Rocket.Chat Ihr eigenes ist.',
  'doctor.app_user': 'Die App arbeitet als {username} und darf Räume und Benutzer lesen.',
  'doctor.workspace_refused': '{reason}',

  'doctor.otobo_unset': 'OTOBO wurde nicht gefragt, weil Einstellungen fehlen.',
  'doctor.otobo_answers': 'OTOBO antwortet und nimmt das Konto {login} an.',
  'doctor.otobo_failed': '{reason}',
  'doctor.otobo_slow':
    'OTOBO hat für eine kleine Frage {seconds, plural, one {# Sekunde} other {# Sekunden}} gebraucht. Befehle werden langsam sein; fragen Sie den OTOBO-Admin, womit OTOBO beschäftigt ist.',
  'doctor.routes': 'Der Webservice hat alle Routen, die die App braucht.',
  'doctor.routes_missing':
    'Im Webservice in OTOBO fehlt {routes}, oder etwas anderes antwortet dort. Importieren Sie den Webservice, den {setup} erzeugt, oder ergänzen Sie diese Routen in Ihrem (Methode POST).',
  'doctor.fields': 'OTOBO hat die dynamischen Felder für den Link zum Raum.',
  'doctor.fields_missing':
    'In OTOBO fehlen die dynamischen Felder {fields}, deshalb zeigen Tickets ihre Räume nicht. Legen Sie sie in OTOBO an: Admin > Dynamische Felder, für Tickets, als Text.',
  'doctor.fields_unseen':
    'Ob OTOBO die dynamischen Felder {fields} hat, war nicht zu sehen: Das Konto der App sieht kein Ticket. Gibt es Tickets, geben Sie dem Konto Leserecht in deren Queues.',
  'doctor.package': 'Das OTOBO-Paket dieser App antwortet. OTOBO entscheidet, wer was darf.',
  'doctor.package_missing':
    'Der Webservice bietet das OTOBO-Paket dieser App nicht an. Ohne das Paket lässt sich OTOBO nicht fragen, was jemand darf (Rollen entscheiden), Antworten gehen nicht als E-Mail hinaus, und nicht alle Beteiligten eines Tickets sind bekannt. Der OTOBO-Admin kann es installieren.',
  'doctor.agent_roles': 'Ohne das Paket dürfen diese Rollen an Tickets arbeiten: {roles}.',
  'doctor.agent_roles_empty':
    'Ohne das Paket darf von hier aus noch niemand an Tickets arbeiten. Nennen Sie Rollen unter „Rollen, die als Agenten gelten“ in den Einstellungen der App, falls das jemand soll.',
  'doctor.you_are': 'In OTOBO sind Sie {agent}.',
  'doctor.you_are_nobody': '{reason} Das ist nur von Bedeutung, wenn Sie von hier aus an Tickets arbeiten möchten.',
  'doctor.time_zone': 'OTOBO schreibt Zeiten in {zone}, wie hier eingestellt.',
  'doctor.time_zone_differs':
    'OTOBO schreibt Zeiten in {zone}, die Einstellungen der App sagen aber {set}. Tragen Sie unter „Zeitzone von OTOBO“ {zone} ein, sonst sind die Zeiten von Tickets falsch.',
  'doctor.time_zone_unseen':
    'Ob die eingestellte Zeitzone die von OTOBO ist, war nicht zu sehen. Vergleichen Sie sie mit OTOBOTimeZone in OTOBO (Admin > Systemkonfiguration).',

  'doctor.round_trip': 'OTOBO erreicht diese App und kennt das Geheimnis ({milliseconds} ms).',
  'doctor.round_trip_failed':
    '{choice, select, NotConfigured {OTOBO weiß nicht, wo diese App ist. {setup} nennt Adresse und Pfad; tragen Sie beides und das Geheimnis auf der Seite des Pakets in OTOBO ein.} Unreachable {OTOBO erreicht diese App nicht. Vergleichen Sie Adresse und Pfad auf der Seite des Pakets in OTOBO mit dem, was {setup} nennt, und prüfen Sie Namensauflösung, Firewall und Zertifikat zwischen OTOBO und Rocket.Chat.} Refused {OTOBO erreicht diese App, aber mit einem falschen Geheimnis. Tragen Sie das aus den Einstellungen der App auf der Seite des Pakets in OTOBO ein.} other {OTOBO hat gerufen, aber etwas anderes als diese App hat geantwortet. Vergleichen Sie Adresse und Pfad auf der Seite des Pakets in OTOBO mit dem, was {setup} nennt.}} OTOBO sagt: {message}',
  'doctor.entrance': 'Die App antwortet unter der Adresse dieses Arbeitsbereichs mit ihrem Geheimnis, von diesem Server aus gesehen.',
  'doctor.entrance_silent':
    'Unter der Adresse dieses Arbeitsbereichs antwortet niemand, von diesem Server aus gesehen. Prüfen Sie „Website-URL“, Namensauflösung und den Proxy vor Rocket.Chat. Erreicht OTOBO die Adresse von seinem Platz aus, ist das ohne Bedeutung.',
  'doctor.entrance_refused':
    'Unter der Adresse dieses Arbeitsbereichs antwortet etwas anderes als diese App (Status {status}), von diesem Server aus gesehen. Prüfen Sie „Website-URL“ und den Proxy vor Rocket.Chat: Er muss /api/apps und den Kopf Authorization weitergeben.',
  'doctor.entrance_unseen':
    'Ob die App unter der Adresse dieses Arbeitsbereichs antwortet, wurde nicht versucht: Geheimnis oder Adresse fehlen.',
  'doctor.called':
    'OTOBO hat diesem Server {minutes, plural, =0 {gerade eben} one {vor # Minute} other {vor # Minuten}} von einem Ticket berichtet.',
  'doctor.not_called':
    'OTOBO hat diesem Server von keinem Ticket berichtet, seit die App hier läuft. Öffnen Sie aus einem Ticket in OTOBO einen Raum, um zu sehen, ob es das tut.',

  'doctor.book': 'Alle Mitglieder der gewählten Räume werden über ihre Adressen gefunden ({met} angesehen).',
  'doctor.book_under_way':
    'Die App geht die Mitglieder der gewählten Räume noch durch (bisher {met}). Manche werden vielleicht noch nicht gefunden.',
  'doctor.book_not_begun':
    'Die App hat noch nicht begonnen, die Mitglieder der gewählten Räume durchzugehen. Das tut sie innerhalb von zwei Minuten nach ihrem Start; wenn nicht, sehen Sie in ihr Log.',
  'doctor.book_room_too_large':
    'Der Raum {room} hat {members} Mitglieder, mehr als {limit}, deshalb werden sie nicht durchgegangen. Erhöhen Sie „Größter Raum für die Suche“ in den Einstellungen der App, oder wählen Sie kleinere Räume.',
  'doctor.book_rooms_gone':
    '{count, plural, one {Einen Raum} other {# Räume}} aus „Räume, in denen Personen gesucht werden“ in den Einstellungen der App gibt es nicht mehr ({rooms}). Wählen Sie andere.',
  'doctor.walk':
    '{followed, plural, =0 {Kein Raum folgt einem Ticket.} one {Der Raum, der einem Ticket folgt, wird alle sechs Stunden mit ihm verglichen.} other {Die # Räume, die Tickets folgen, werden alle sechs Stunden mit ihnen verglichen.}}{followed, plural, =0 {} other { In der Runde, die {hours, plural, =0 {vor weniger als einer Stunde} one {vor einer Stunde} other {vor # Stunden}} endete, {differed, plural, =0 {wich nichts ab} one {wich ein Raum ab und wurde berichtigt} other {wichen # Räume ab und wurden berichtigt}}{failed, plural, =0 {} one {; ein Versuch ist gescheitert, siehe das Log der App} other {; # Versuche sind gescheitert, siehe das Log der App}}.}}',
  'doctor.walk_under_way': 'Die Räume, die Tickets folgen, werden alle sechs Stunden mit ihnen verglichen. Die erste Runde ist im Gange.',
  'doctor.walk_not_begun':
    'Die App hat noch nicht begonnen, sich um die Räume zu kümmern, die Tickets folgen. Das tut sie innerhalb von zwei Minuten nach ihrem Start; wenn nicht, sehen Sie in ihr Log.',
  'doctor.walk_late':
    'Seit {hours} Stunden konnten nicht alle Räume mit ihren Tickets verglichen werden. War OTOBO weg, erledigt sich das von selbst; wenn nicht, sehen Sie in das Log der App.',
  'doctor.tickets_unknown':
    'OTOBO kennt {count, plural, one {ein Ticket} other {# Tickets}} nicht, {count, plural, one {das einen Raum hat} other {die Räume haben}}, oder lässt das Konto der App {count, plural, one {es} other {sie}} nicht sehen: {tickets}. Geändert wurde nichts. Geben Sie dem Konto „ro“ in der Queue. Wurde das Ticket gelöscht, lösen Sie die Verknüpfung des Raumes, oder löschen Sie den Raum, wenn die App ihn angelegt hat.',
  'doctor.outbox_empty': 'Nichts wartet darauf, in OTOBO geschrieben zu werden.',
  'doctor.outbox_waiting':
    '{count, plural, one {# Eintrag wartet} other {# Einträge warten}} darauf, in OTOBO geschrieben zu werden, der älteste seit {minutes, plural, =0 {weniger als einer Minute} one {# Minute} other {# Minuten}}. Das wird von selbst wieder versucht.',
  'doctor.outbox_dead':
    '{count, plural, one {# Eintrag ist} other {# Einträge sind}} aufgegeben, weil OTOBO bis zuletzt falsch geantwortet hat. `/otobo outbox` listet {count, plural, one {ihn} other {sie}} auf. Beheben Sie, was hier rot ist; danach sendet `/otobo outbox retry all` {count, plural, one {ihn} other {sie}}. `/otobo outbox drop <Id>` gibt einen an die Person zurück, die ihn schrieb.',
  'doctor.outbox_stuck':
    '{count, plural, one {# Eintrag wartet} other {# Einträge warten}} darauf, in OTOBO geschrieben zu werden, der älteste seit {minutes} Minuten. Das wird von selbst wieder versucht; sehen Sie nach, was hier rot ist, und in das Log der App.',
  'doctor.closings_stuck':
    '{count, plural, one {Das Protokoll von # geschlossenen Raum kommt} other {Die Protokolle von # geschlossenen Räumen kommen}} nicht in OTOBO an: {tickets}. Solche Räume werden weder gesperrt noch gelöscht. Hat OTOBO eines abgelehnt, steht der Grund im Raum; die anderen warten auf OTOBO.',
};

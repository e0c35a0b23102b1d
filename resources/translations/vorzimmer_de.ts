<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>vorzimmer::models::AppointmentWording</name>
    <message>
        <source>%1 at %2</source>
        <comment>day, time</comment>
        <translation>%1 um %2 Uhr</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>jede Art</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>kept for this caller</source>
        <translation>für diesen Anrufer gehalten</translation>
    </message>
    <message>
        <source>%1 is offering this just now</source>
        <translation>%1 bietet ihn gerade an</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n Minute davor</numerusform>
            <numerusform>%n Minuten davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) after</source>
        <translation>
            <numerusform>%n Minute danach</numerusform>
            <numerusform>%n Minuten danach</numerusform>
        </translation>
    </message>
    <message>
        <source>offered until %1</source>
        <translation>angeboten bis %1</translation>
    </message>
    <message>
        <source>in the client&apos;s calendar</source>
        <translation>im Kalender des Mandanten</translation>
    </message>
    <message>
        <source>released by %1</source>
        <translation>freigegeben von %1</translation>
    </message>
    <message>
        <source>released by %1 for %2</source>
        <translation>freigegeben von %1 für %2</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>lost – call back</source>
        <translation>nicht zustande gekommen – zurückrufen</translation>
    </message>
    <message>
        <source>cancelled, the calendar is yet to hear of it</source>
        <translation>abgesagt, der Kalender weiß es noch nicht</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>So that is %1</source>
        <translation>Das wäre also %1</translation>
    </message>
    <message>
        <source>, %1</source>
        <comment>kind of appointment</comment>
        <translation>, %1</translation>
    </message>
    <message>
        <source>, with %1</source>
        <translation>, bei %1</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, für %1</translation>
    </message>
    <message>
        <source>We can reach you at %1.</source>
        <translation>Wir erreichen Sie unter %1.</translation>
    </message>
    <message>
        <source>Booked: %1.</source>
        <translation>Gebucht: %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed: %1. The client&apos;s calendar is being asked; stay on the line for a moment.</source>
        <translation>Noch nicht bestätigt: %1. Der Kalender des Mandanten wird gefragt; bleiben Sie einen Augenblick am Apparat.</translation>
    </message>
    <message>
        <source>Noted, to be confirmed: %1. The calendar cannot be reached. Tell the caller: &quot;I have noted it and call back should it not be possible.&quot;</source>
        <translation>Vorgemerkt, noch zu bestätigen: %1. Der Kalender ist nicht erreichbar. Sagen Sie dem Anrufer: „Ich habe den Termin vorgemerkt und rufe Sie zurück, falls er nicht möglich ist.“</translation>
    </message>
    <message>
        <source>Not booked: somebody else has just taken %1. Offer another time.</source>
        <translation>Nicht gebucht: %1 ist soeben anderweitig vergeben worden. Bieten Sie einen anderen Termin an.</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Abgesagt: %1.</translation>
    </message>
    <message>
        <source>This time is not to be had any more. Nothing was booked; offer the caller another.</source>
        <translation>Dieser Termin ist nicht mehr zu haben. Es wurde nichts gebucht; bieten Sie einen anderen an.</translation>
    </message>
    <message>
        <source>the client&apos;s calendar has not been read yet</source>
        <translation>der Kalender des Mandanten ist noch nicht gelesen</translation>
    </message>
    <message>
        <source>the client&apos;s calendar as of just now</source>
        <translation>Kalender des Mandanten: Stand soeben</translation>
    </message>
    <message numerus="yes">
        <source>the client&apos;s calendar as of %n minute(s) ago</source>
        <translation>
            <numerusform>Kalender des Mandanten: Stand vor %n Minute</numerusform>
            <numerusform>Kalender des Mandanten: Stand vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the client&apos;s calendar: %1 of %2</source>
        <translation>der Kalender des Mandanten wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>the client&apos;s calendar cannot be reached</source>
        <translation>der Kalender des Mandanten ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the client&apos;s calendar needs attention: %1</source>
        <translation>der Kalender des Mandanten braucht Aufmerksamkeit: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s) not yet there</source>
        <translation>
            <numerusform>%n Buchung noch nicht dort</numerusform>
            <numerusform>%n Buchungen noch nicht dort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be read: %1</source>
        <translation>
            <numerusform>%n Eintrag ist nicht lesbar: %1</numerusform>
            <numerusform>%n Einträge sind nicht lesbar: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the calendar &quot;%1&quot;. Its free times can be booked.</source>
        <translation>Das ist der Kalender „%1“. Seine freien Zeiten können gebucht werden.</translation>
    </message>
    <message>
        <source>This is the calendar &quot;%1&quot;, but this account may not write to it. Let the client give it the right to.</source>
        <translation>Das ist der Kalender „%1“, aber dieses Konto darf nicht hineinschreiben. Der Mandant muss ihm das Recht dazu geben.</translation>
    </message>
    <message>
        <source>No calendar was found there: %1.</source>
        <translation>Dort wurde kein Kalender gefunden: %1.</translation>
    </message>
    <message>
        <source>This is not yet a calendar&apos;s address. The account has: %1. Enter the address of one of them.</source>
        <translation>Das ist noch nicht die Adresse eines Kalenders. Das Konto hat: %1. Tragen Sie die Adresse eines davon ein.</translation>
    </message>
    <message>
        <source>needs attention: %1</source>
        <translation>braucht Aufmerksamkeit: %1</translation>
    </message>
    <message>
        <source>no calendar</source>
        <translation>kein Kalender</translation>
    </message>
    <message>
        <source>Say what the appointment is for.</source>
        <translation>Sagen Sie, wofür der Termin ist.</translation>
    </message>
    <message>
        <source>An appointment takes between a minute and a day.</source>
        <translation>Ein Termin dauert zwischen einer Minute und einem Tag.</translation>
    </message>
    <message>
        <source>Before and after an appointment at most twelve hours can be kept free.</source>
        <translation>Vor und nach einem Termin können höchstens zwölf Stunden freigehalten werden.</translation>
    </message>
    <message>
        <source>Say on which day, or from which day on.</source>
        <translation>Sagen Sie, an welchem Tag oder von welchem Tag an.</translation>
    </message>
    <message>
        <source>Write the times as 9:00 10:30.</source>
        <translation>Schreiben Sie die Zeiten so: 9:00 10:30.</translation>
    </message>
    <message>
        <source>A series runs for one week up to two years.</source>
        <translation>Eine Reihe läuft von einer Woche bis zu zwei Jahren.</translation>
    </message>
    <message>
        <source>These times are over already.</source>
        <translation>Diese Zeiten sind schon vorbei.</translation>
    </message>
    <message>
        <source>Call back: the appointment of %1 has come to nothing</source>
        <translation>Zurückrufen: Der Termin von %1 ist nicht zustande gekommen</translation>
    </message>
    <message>
        <source>a caller</source>
        <translation>einem Anrufer</translation>
    </message>
    <message>
        <source>It was noted for %1.</source>
        <translation>Vorgemerkt war %1.</translation>
    </message>
    <message>
        <source>Reach them at %1.</source>
        <translation>Erreichbar unter %1.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>by the caller&apos;s clock: %1</source>
        <translation>nach der Uhr des Anrufers: %1</translation>
    </message>
    <message>
        <source>, by your own clock %1</source>
        <comment>time</comment>
        <translation>, bei Ihnen %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::CallRows</name>
    <message>
        <source>Unknown line</source>
        <translation>Unbekannte Leitung</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>unterdrückt</translation>
    </message>
    <message>
        <source>%1 rings for %2, from %3</source>
        <comment>company, duration, number</comment>
        <translation>%1 klingelt seit %2, von %3</translation>
    </message>
    <message>
        <source>Note unfinished</source>
        <translation>Notiz unvollendet</translation>
    </message>
    <message>
        <source>on the screen</source>
        <translation>auf dem Bildschirm</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::DeskRows</name>
    <message>
        <source>no number</source>
        <translation>keine Nummer</translation>
    </message>
    <message>
        <source>Deputy: %1</source>
        <translation>Vertretung: %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>Call-back promised</source>
        <translation>Rückruf versprochen</translation>
    </message>
    <message>
        <source>, still open</source>
        <translation>, noch offen</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>As of: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>whom, what became of it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <translation>Versucht: %1</translation>
    </message>
    <message numerus="yes">
        <source>As of %n day(s) ago</source>
        <translation>
            <numerusform>Stand: vor einem Tag</numerusform>
            <numerusform>Stand: vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::DueReading</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::EndReading</name>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::KnowledgeRows</name>
    <message>
        <source>%1, level %2</source>
        <comment>a question, its depth in the tree</comment>
        <translation>%1, Ebene %2</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::LineWording</name>
    <message>
        <source>Telephone: line %1 is down</source>
        <translation>Telefon: Leitung %1 ist gestört</translation>
    </message>
    <message>
        <source>Telephone: %1 of %2 lines are down</source>
        <translation>Telefon: %1 von %2 Leitungen sind gestört</translation>
    </message>
    <message>
        <source>Telephone: no line</source>
        <translation>Telefon: keine Leitung</translation>
    </message>
    <message numerus="yes">
        <source>Telephone: %n line(s) ready</source>
        <translation>
            <numerusform>Telefon: %n Leitung bereit</numerusform>
            <numerusform>Telefon: %n Leitungen bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>wird verbunden …</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>empfangsbereit</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>down: %1; next try %2</source>
        <translation>gestört: %1; nächster Versuch %2</translation>
    </message>
    <message>
        <source>down: %1</source>
        <translation>gestört: %1</translation>
    </message>
    <message>
        <source>the other side does not answer</source>
        <translation>die Gegenstelle antwortet nicht</translation>
    </message>
    <message>
        <source>the other side cannot be reached</source>
        <translation>die Gegenstelle ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the server’s name cannot be found</source>
        <translation>der Name des Servers ist nicht zu finden</translation>
    </message>
    <message>
        <source>the other side does not accept the password</source>
        <translation>die Gegenstelle nimmt das Kennwort nicht an</translation>
    </message>
    <message>
        <source>the other side asks for a password, and none is kept</source>
        <translation>die Gegenstelle verlangt ein Kennwort, und es ist keines hinterlegt</translation>
    </message>
    <message>
        <source>the other side refuses this account</source>
        <translation>die Gegenstelle weist diesen Anschluss ab</translation>
    </message>
    <message>
        <source>the other side cannot do it at present</source>
        <translation>die Gegenstelle ist zurzeit nicht dazu in der Lage</translation>
    </message>
    <message>
        <source>the other side said yes, but does not list this desk</source>
        <translation>die Gegenstelle hat zugesagt, führt diesen Platz aber nicht auf</translation>
    </message>
    <message>
        <source>this computer cannot listen for calls</source>
        <translation>dieser Rechner kann keine Anrufe entgegennehmen</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>Line %1 is down: %2. Callers on it do not reach you.</source>
        <translation>Telefonleitung %1 ist gestört: %2. Anrufe auf ihr erreichen Sie nicht.</translation>
    </message>
    <message>
        <source>%1 lines are down: %2. Callers on them do not reach you.</source>
        <translation>%1 Telefonleitungen sind gestört: %2. Anrufe auf ihnen erreichen Sie nicht.</translation>
    </message>
    <message>
        <source>Line %1 is back. Calls reach you again.</source>
        <translation>Telefonleitung %1 ist wieder da. Anrufe erreichen Sie wieder.</translation>
    </message>
    <message>
        <source>Nothing is tried again until a supervisor has changed it.</source>
        <translation>Es wird nicht erneut versucht, bis Ihre Vorgesetzten es geändert haben.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst weiter versucht.</translation>
    </message>
    <message>
        <source>the other side is being asked</source>
        <translation>die Gegenstelle wird gefragt</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS (encrypted)</source>
        <translation>TLS (verschlüsselt)</translation>
    </message>
    <message>
        <source>The line needs a name. Nothing was changed.</source>
        <translation>Die Leitung braucht einen Namen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A name has at most 60 characters. Nothing was changed.</source>
        <translation>Ein Name hat höchstens 60 Zeichen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The account is missing: the part of the line’s address before the @. Nothing was changed.</source>
        <translation>Das Konto fehlt: der Teil der Adresse vor dem @. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>An account holds letters, digits and a few signs, no spaces and no @. Nothing was changed.</source>
        <translation>Ein Konto besteht aus Buchstaben, Ziffern und wenigen Zeichen, ohne Leerzeichen und ohne @. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The server is missing: the part of the line’s address behind the @. Nothing was changed.</source>
        <translation>Der Server fehlt: der Teil der Adresse hinter dem @. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This is no server. It is a name or an address, with a port if it is not the usual one: sip.example.net:5070, 192.0.2.7, [2001:db8::7]:5061. Nothing was changed.</source>
        <translation>Das ist kein Server. Er ist ein Name oder eine Adresse, mit Port, wenn es nicht der übliche ist: sip.example.net:5070, 192.0.2.7, [2001:db8::7]:5061. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A sign-in name holds no spaces, colons, quotes or backslashes. Nothing was changed.</source>
        <translation>Ein Anmeldename enthält keine Leerzeichen, Doppelpunkte, Anführungszeichen oder umgekehrten Schrägstriche. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The outbound proxy is no server. It is written like one. Nothing was changed.</source>
        <translation>Der Outbound-Proxy ist kein Server. Er wird wie einer geschrieben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This is no telephone number. Nothing was changed.</source>
        <translation>Das ist keine Telefonnummer. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A registration holds from 30 seconds to a day. Nothing was changed.</source>
        <translation>Eine Anmeldung gilt von 30 Sekunden bis zu einem Tag. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Another line has this name. Nothing was changed.</source>
        <translation>Eine andere Leitung heißt so. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Another line has this account at this server. Nothing was changed.</source>
        <translation>Eine andere Leitung hat dieses Konto bei diesem Server. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A password has at most 500 characters and no colon. Nothing was changed.</source>
        <translation>Ein Kennwort hat höchstens 500 Zeichen und keinen Doppelpunkt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The password was kept for another server or proxy and is not sent to this one. Type it again.</source>
        <translation>Das Kennwort wurde für einen anderen Server oder Proxy hinterlegt und wird an diesen nicht gesendet. Geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>taken at the next sign-in</source>
        <translation>gilt ab der nächsten Anmeldung</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::ListWording</name>
    <message>
        <source>Topic server</source>
        <translation>Themenserver</translation>
    </message>
    <message>
        <source>CalDAV (Nextcloud, Radicale and others)</source>
        <translation>CalDAV (Nextcloud, Radicale und andere)</translation>
    </message>
    <message>
        <source>Trello</source>
        <translation>Trello</translation>
    </message>
    <message>
        <source>The bureau&apos;s own server. You need its address and the token that was made there for this client.</source>
        <translation>Der eigene Server des Büros. Sie brauchen seine Adresse und das Token, das dort für diesen Mandanten ausgestellt wurde.</translation>
    </message>
    <message>
        <source>A task list in the client&apos;s cloud. You need the address of that one list, and an account that may write to it; in Nextcloud take an app password.</source>
        <translation>Eine Aufgabenliste in der Cloud des Mandanten. Sie brauchen die Adresse dieser einen Liste und ein Konto, das darin schreiben darf; in Nextcloud nehmen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>A board of the client&apos;s. You need its address, an API key, and a token of an account that may write to it.</source>
        <translation>Ein Board des Mandanten. Sie brauchen seine Adresse, einen API-Schlüssel und ein Token eines Kontos, das darin schreiben darf.</translation>
    </message>
    <message>
        <source>Bo&amp;ard</source>
        <translation>&amp;Board</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Acco&amp;unt</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>AP&amp;I key</source>
        <translation>AP&amp;I-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Toke&amp;n</source>
        <translation>Toke&amp;n</translation>
    </message>
    <message>
        <source>This is no web address. It begins with https://.</source>
        <translation>Das ist keine Webadresse. Sie beginnt mit https://.</translation>
    </message>
    <message>
        <source>Over the network a list is reached by https:// only. http:// goes on this computer.</source>
        <translation>Über das Netz wird eine Liste nur mit https:// erreicht. http:// geht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The address must not hold a password. It has a field of its own.</source>
        <translation>Die Adresse darf kein Passwort enthalten. Es hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>This is no Trello board. Its address begins with https://trello.com/b/.</source>
        <translation>Das ist kein Trello-Board. Seine Adresse beginnt mit https://trello.com/b/.</translation>
    </message>
    <message>
        <source>The API key is missing.</source>
        <translation>Der API-Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The password is missing. It is asked for anew when address or account change.</source>
        <translation>Das Passwort fehlt. Es wird neu verlangt, wenn sich Adresse oder Konto ändern.</translation>
    </message>
    <message>
        <source>The token is missing. It is asked for anew when the address changes.</source>
        <translation>Das Token fehlt. Es wird neu verlangt, wenn sich die Adresse ändert.</translation>
    </message>
    <message>
        <source>No list: everything stays here</source>
        <translation>Keine Liste: alles bleibt hier</translation>
    </message>
    <message>
        <source>%1 · the access is missing</source>
        <translation>%1 · der Zugang fehlt</translation>
    </message>
    <message>
        <source>The list cannot be used. It says: %1</source>
        <translation>Die Liste lässt sich nicht verwenden. Sie meldet: %1</translation>
    </message>
    <message>
        <source>list “%1”</source>
        <translation>Liste „%1“</translation>
    </message>
    <message>
        <source>The list answers.</source>
        <translation>Die Liste antwortet.</translation>
    </message>
    <message>
        <source>The list answers: %1.</source>
        <translation>Die Liste antwortet: %1.</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>This access may change the list.</source>
        <translation>Dieser Zugang darf die Liste ändern.</translation>
    </message>
    <message>
        <source>This access may only read. Whatever is changed here would be refused there.</source>
        <translation>Dieser Zugang darf nur lesen. Was hier geändert wird, würde dort abgelehnt.</translation>
    </message>
    <message>
        <source>News at once</source>
        <translation>Neues sofort</translation>
    </message>
    <message>
        <source>What the client changes is here within a second.</source>
        <translation>Was der Mandant ändert, ist binnen einer Sekunde hier.</translation>
    </message>
    <message numerus="yes">
        <source>What the client changes is here after %n second(s) at the latest.</source>
        <translation>
            <numerusform>Was der Mandant ändert, ist spätestens nach %n Sekunde hier.</numerusform>
            <numerusform>Was der Mandant ändert, ist spätestens nach %n Sekunden hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Both sides read each other&apos;s comments.</source>
        <translation>Beide Seiten lesen die Kommentare der anderen.</translation>
    </message>
    <message>
        <source>Comments are kept, but the client&apos;s programs may not show them.</source>
        <translation>Kommentare bleiben erhalten; die Programme des Mandanten zeigen sie womöglich nicht.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>The client sees for whom a topic is.</source>
        <translation>Der Mandant sieht, für wen ein Thema ist.</translation>
    </message>
    <message>
        <source>For whom a topic is, is seen here only.</source>
        <translation>Für wen ein Thema ist, sieht man nur hier.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>The client sees what is urgent.</source>
        <translation>Der Mandant sieht, was dringend ist.</translation>
    </message>
    <message>
        <source>What is urgent is seen here only.</source>
        <translation>Was dringend ist, sieht man nur hier.</translation>
    </message>
    <message>
        <source>Guard against overwriting</source>
        <translation>Schutz vor Überschreiben</translation>
    </message>
    <message>
        <source>Two changes at the same moment are noticed by the list itself.</source>
        <translation>Zwei Änderungen im selben Augenblick bemerkt die Liste selbst.</translation>
    </message>
    <message>
        <source>Two changes at the same moment are found by looking again afterwards.</source>
        <translation>Zwei Änderungen im selben Augenblick werden durch Nachsehen gefunden.</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Wer was geändert hat</translation>
    </message>
    <message>
        <source>The history names who it was on the other side.</source>
        <translation>Der Verlauf nennt, wer es auf der anderen Seite war.</translation>
    </message>
    <message>
        <source>The history only says that it was the other side.</source>
        <translation>Der Verlauf sagt nur, dass es die andere Seite war.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::MailWording</name>
    <message>
        <source>Where to write to</source>
        <translation>Wohin schreiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Messages of the day</source>
        <translation>Nachrichten des Tages</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Absage</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>leaves when the appointment is confirmed</source>
        <translation>geht ab, wenn der Termin bestätigt ist</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf den Versand</translation>
    </message>
    <message>
        <source>did not get through yet, tried again at %1</source>
        <translation>noch nicht durchgekommen, nächster Versuch %1</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>delivered to the recipient&apos;s mail server</source>
        <translation>beim Mailserver des Empfängers angekommen</translation>
    </message>
    <message>
        <source>not delivered: correct the address and send it again, or give it up</source>
        <translation>nicht zugestellt: Adresse berichtigen und nochmals senden, oder aufgeben</translation>
    </message>
    <message>
        <source>perhaps delivered: the server took it and never answered. Ask, send it again or give it up</source>
        <translation>vielleicht zugestellt: Der Server nahm sie und antwortete nicht. Nachfragen, nochmals senden oder aufgeben</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why a mail was written, its subject</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n nicht zugestellt</numerusform>
            <numerusform>%n nicht zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps delivered</source>
        <translation>
            <numerusform>%n vielleicht zugestellt</numerusform>
            <numerusform>%n vielleicht zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>alles gesendet</translation>
    </message>
    <message>
        <source>The account needs a supervisor: %1</source>
        <translation>Die Leitung muss nach dem Konto sehen: %1</translation>
    </message>
    <message>
        <source>is being opened</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>Somebody must see to it: open this client.</source>
        <translation>Jemand muss sich kümmern: Öffnen Sie diesen Mandanten.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>STARTTLS (usually port 587)</source>
        <translation>STARTTLS (meist Port 587)</translation>
    </message>
    <message>
        <source>TLS (usually port 465)</source>
        <translation>TLS (meist Port 465)</translation>
    </message>
    <message>
        <source>none (this machine only)</source>
        <translation>keine (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>on the list only</source>
        <translation>nur auf der Liste</translation>
    </message>
    <message>
        <source>each by e-mail at once</source>
        <translation>jede sofort per E-Mail</translation>
    </message>
    <message>
        <source>all of a day in one e-mail</source>
        <translation>alle eines Tages in einer E-Mail</translation>
    </message>
    <message>
        <source>All without an account of their own</source>
        <translation>Alle ohne eigenes Konto</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>sender&apos;s address, server</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>by the bureau&apos;s account</source>
        <translation>über das Konto des Büros</translation>
    </message>
    <message>
        <source>no e-mail</source>
        <translation>keine E-Mail</translation>
    </message>
    <message>
        <source>The sender&apos;s address cannot be used. It looks like office@example.org.</source>
        <translation>Die Absenderadresse ist nicht zu gebrauchen. Sie sieht aus wie buero@example.org.</translation>
    </message>
    <message>
        <source>This is no name of a server. It looks like mail.example.org.</source>
        <translation>Das ist kein Servername. Er sieht aus wie mail.example.org.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Over the network e-mail leaves encrypted only.</source>
        <translation>Über das Netz geht E-Mail nur verschlüsselt.</translation>
    </message>
    <message>
        <source>The address for messages to the house cannot be used.</source>
        <translation>Die Adresse für Nachrichten an das Haus ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The server took the test mail. Look whether it arrives.</source>
        <translation>Der Server hat die Probe angenommen. Sehen Sie nach, ob sie ankommt.</translation>
    </message>
    <message>
        <source>The server does not let this account send: %1</source>
        <translation>Der Server lässt dieses Konto nicht senden: %1</translation>
    </message>
    <message>
        <source>The test mail was not taken: %1</source>
        <translation>Die Probe wurde nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Enter the password. What is kept belongs to another server or user.</source>
        <translation>Geben Sie das Kennwort ein. Das aufbewahrte gehört zu einem anderen Server oder Benutzer.</translation>
    </message>
    <message>
        <source>Enter an address that the test mail is sent to.</source>
        <translation>Geben Sie eine Adresse ein, an die die Probe geht.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::NewsWording</name>
    <message>
        <source>new instruction: %1</source>
        <translation>neue Anweisung: %1</translation>
    </message>
    <message>
        <source>no longer holds: %1</source>
        <translation>gilt nicht mehr: %1</translation>
    </message>
    <message>
        <source>the greeting</source>
        <translation>die Begrüßung</translation>
    </message>
    <message>
        <source>the opening hours</source>
        <translation>die Öffnungszeiten</translation>
    </message>
    <message>
        <source>new notice: %1</source>
        <translation>neuer Hinweis: %1</translation>
    </message>
    <message>
        <source>new concern: %1</source>
        <translation>neues Anliegen: %1</translation>
    </message>
    <message>
        <source>no longer a concern: %1</source>
        <translation>kein Anliegen mehr: %1</translation>
    </message>
    <message>
        <source>what is said about “%1”</source>
        <translation>was zu „%1“ gesagt wird</translation>
    </message>
    <message>
        <source>what is asked about “%1”</source>
        <translation>was zu „%1“ gefragt wird</translation>
    </message>
    <message>
        <source>new: %1</source>
        <comment>a person</comment>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>numbers, duties or deputy of %1</source>
        <translation>Nummern, Aufgaben oder Vertretung von %1</translation>
    </message>
    <message>
        <source>%1 will be absent</source>
        <translation>%1 wird abwesend sein</translation>
    </message>
    <message>
        <source>an absence of %1 is off</source>
        <translation>eine Abwesenheit von %1 entfällt</translation>
    </message>
    <message>
        <source>%1 is on call</source>
        <translation>%1 hat Bereitschaft</translation>
    </message>
    <message>
        <source>%1 is no longer on call</source>
        <translation>%1 hat keine Bereitschaft mehr</translation>
    </message>
    <message>
        <source>new rule: %1</source>
        <translation>neue Regel: %1</translation>
    </message>
    <message>
        <source>rule taken away: %1</source>
        <translation>Regel weggenommen: %1</translation>
    </message>
    <message>
        <source>rule changed: %1</source>
        <translation>Regel geändert: %1</translation>
    </message>
    <message>
        <source>new answer: %1</source>
        <translation>neue Antwort: %1</translation>
    </message>
    <message>
        <source>answer taken away: %1</source>
        <translation>Antwort weggenommen: %1</translation>
    </message>
    <message>
        <source>answer changed: %1</source>
        <translation>Antwort geändert: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::OutboxRows</name>
    <message>
        <source>The list says: %1</source>
        <translation>Die Liste meldet: %1</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>%n-mal versucht</numerusform>
            <numerusform>%n-mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>noch nicht versucht</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::PlanRows</name>
    <message>
        <source>somebody who is no longer there</source>
        <translation>jemand, den es dort nicht mehr gibt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a moment</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>expected to ring</source>
        <translation>wird erwartet</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::PresenceChoices</name>
    <message>
        <source>&amp;Here</source>
        <translation>&amp;Da</translation>
    </message>
    <message>
        <source>&amp;Busy for half an hour, until %1</source>
        <translation>&amp;Beschäftigt für eine halbe Stunde, bis %1</translation>
    </message>
    <message>
        <source>Busy for an h&amp;our, until %1</source>
        <translation>Beschäftigt für eine &amp;Stunde, bis %1</translation>
    </message>
    <message>
        <source>&amp;Absent until tomorrow</source>
        <translation>&amp;Abwesend bis morgen</translation>
    </message>
    <message>
        <source>Absent until &amp;Monday</source>
        <translation>Abwesend bis &amp;Montag</translation>
    </message>
    <message>
        <source>As it &amp;stands: %1</source>
        <translation>&amp;Wie angezeigt: %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::QuestionWording</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>Eines von mehreren</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>The house wants to know this.</source>
        <translation>Das möchte das Haus wissen.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Choose one that is offered.</source>
        <translation>Wählen Sie etwas aus der Liste.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>Das ist kein Tag.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A question has no words yet.</source>
        <translation>Eine Frage hat noch keinen Wortlaut.</translation>
    </message>
    <message>
        <source>The same question stands there twice.</source>
        <translation>Dieselbe Frage steht zweimal da.</translation>
    </message>
    <message>
        <source>A choice needs at least two answers to choose from.</source>
        <translation>Eine Auswahl braucht mindestens zwei Antworten.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::ReviewModel</name>
    <message>
        <source>Unknown caller</source>
        <translation>Unbekannter Anrufer</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::RuleTerms</name>
    <message>
        <source>The caller is …</source>
        <translation>Der Anrufer ist …</translation>
    </message>
    <message>
        <source>It is about …</source>
        <translation>Es geht um …</translation>
    </message>
    <message>
        <source>The house is …</source>
        <translation>Das Haus hat …</translation>
    </message>
    <message>
        <source>On days and at times …</source>
        <translation>An Tagen und zu Zeiten …</translation>
    </message>
    <message>
        <source>A certain caller …</source>
        <translation>Ein bestimmter Anrufer …</translation>
    </message>
    <message>
        <source>Expected …</source>
        <translation>Wird erwartet …</translation>
    </message>
    <message>
        <source>Special instruction …</source>
        <translation>Besondere Anweisung …</translation>
    </message>
    <message>
        <source>Call-back overdue …</source>
        <translation>Rückruf überfällig …</translation>
    </message>
    <message>
        <source>Open topic …</source>
        <translation>Offenes Thema …</translation>
    </message>
    <message>
        <source>Open topic about …</source>
        <translation>Offenes Thema zu …</translation>
    </message>
    <message>
        <source>The last call was …</source>
        <translation>Der letzte Anruf war …</translation>
    </message>
    <message>
        <source>Can be reached: …</source>
        <translation>Ist erreichbar: …</translation>
    </message>
    <message>
        <source>Cannot be reached: …</source>
        <translation>Ist nicht erreichbar: …</translation>
    </message>
    <message>
        <source>Is on the telephone: …</source>
        <translation>Telefoniert gerade: …</translation>
    </message>
    <message>
        <source>The caller speaks …</source>
        <translation>Der Anrufer spricht …</translation>
    </message>
    <message>
        <source>The concern goes by e-mail …</source>
        <translation>Das Anliegen geht per E-Mail …</translation>
    </message>
    <message>
        <source>Several share the number …</source>
        <translation>Mehrere teilen die Nummer …</translation>
    </message>
    <message>
        <source>Mo-Fr 12-13</source>
        <translation>Mo-Fr 12-13</translation>
    </message>
    <message>
        <source>3 within 7 days</source>
        <translation>3 in 7 Tagen</translation>
    </message>
    <message>
        <source>open</source>
        <comment>the house</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>the house</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>on a public holiday</source>
        <comment>the house</comment>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Repeated calls …</source>
        <translation>Wiederholte Anrufe …</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::RuleWording</name>
    <message>
        <source>somebody who is no longer there</source>
        <translation>jemand, der nicht mehr da ist</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the last two, or all, of a list</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Always: %1</source>
        <translation>Immer: %1</translation>
    </message>
    <message>
        <source>When %1: %2</source>
        <comment>condition, advice</comment>
        <translation>Wenn %1: %2</translation>
    </message>
    <message>
        <source> (until %1)</source>
        <translation> (bis %1)</translation>
    </message>
    <message>
        <source>the caller is: %1</source>
        <translation>der Anrufer ist: %1</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 anruft</translation>
    </message>
    <message>
        <source>somebody who is no longer on file</source>
        <translation>jemand, der nicht mehr geführt wird</translation>
    </message>
    <message>
        <source>the caller speaks %1</source>
        <translation>der Anrufer %1 spricht</translation>
    </message>
    <message>
        <source>the caller is expected</source>
        <translation>der Anrufer erwartet wird</translation>
    </message>
    <message>
        <source>the caller is not expected</source>
        <translation>der Anrufer nicht erwartet wird</translation>
    </message>
    <message>
        <source>there is a special instruction</source>
        <translation>es eine Sonderanweisung gibt</translation>
    </message>
    <message>
        <source>there is no special instruction</source>
        <translation>es keine Sonderanweisung gibt</translation>
    </message>
    <message>
        <source>several callers share the number</source>
        <translation>mehrere Anrufer die Nummer teilen</translation>
    </message>
    <message>
        <source>only one caller has the number</source>
        <translation>nur ein Anrufer die Nummer hat</translation>
    </message>
    <message>
        <source>it is about %1</source>
        <translation>es um %1 geht</translation>
    </message>
    <message>
        <source>the concern goes by e-mail</source>
        <translation>das Anliegen per E-Mail geht</translation>
    </message>
    <message>
        <source>the concern does not go by e-mail</source>
        <translation>das Anliegen nicht per E-Mail geht</translation>
    </message>
    <message numerus="yes">
        <source>it is the call no. %1 or more within %n day(s)</source>
        <translation>
            <numerusform>es mindestens der %1. Anruf innerhalb eines Tages ist</numerusform>
            <numerusform>es mindestens der %1. Anruf innerhalb von %n Tagen ist</numerusform>
        </translation>
    </message>
    <message>
        <source>the last call was: %1</source>
        <translation>der letzte Anruf so endete: %1</translation>
    </message>
    <message>
        <source>a promised call-back is overdue</source>
        <translation>ein zugesagter Rückruf ist überfällig</translation>
    </message>
    <message>
        <source>no call-back is overdue</source>
        <translation>kein Rückruf überfällig ist</translation>
    </message>
    <message>
        <source>a topic is still open</source>
        <translation>ein Thema ist noch offen</translation>
    </message>
    <message>
        <source>no topic is open</source>
        <translation>kein Thema offen ist</translation>
    </message>
    <message>
        <source>a topic about %1 is still open</source>
        <translation>ein Thema zu %1 noch offen ist</translation>
    </message>
    <message>
        <source>the house is open</source>
        <translation>das Haus geöffnet ist</translation>
    </message>
    <message>
        <source>the house is closed</source>
        <translation>das Haus geschlossen ist</translation>
    </message>
    <message>
        <source>it is a public holiday</source>
        <translation>Feiertag ist</translation>
    </message>
    <message>
        <source>%1 can be reached</source>
        <translation>%1 erreichbar ist</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 nicht erreichbar ist</translation>
    </message>
    <message>
        <source>%1 is on the telephone</source>
        <translation>%1 telefoniert</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>whoever is on call</source>
        <translation>wer Bereitschaft hat</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>put through</source>
        <translation>durchstellen</translation>
    </message>
    <message>
        <source>put through to %1</source>
        <translation>durchstellen zu %1</translation>
    </message>
    <message>
        <source>take a message</source>
        <translation>Nachricht aufnehmen</translation>
    </message>
    <message>
        <source>take a message for %1</source>
        <translation>Nachricht für %1 aufnehmen</translation>
    </message>
    <message>
        <source>refer to the concern’s e-mail address</source>
        <translation>an die E-Mail-Adresse des Anliegens verweisen</translation>
    </message>
    <message>
        <source>refer to %1</source>
        <translation>an %1 verweisen</translation>
    </message>
    <message>
        <source>offer an appointment</source>
        <translation>Termin anbieten</translation>
    </message>
    <message>
        <source>offer an appointment: %1</source>
        <translation>Termin anbieten: %1</translation>
    </message>
    <message>
        <source>decline politely</source>
        <translation>freundlich abweisen</translation>
    </message>
    <message>
        <source>, announced</source>
        <translation>, angekündigt</translation>
    </message>
    <message>
        <source>, at once</source>
        <translation>, sofort</translation>
    </message>
    <message>
        <source>; ask: %1</source>
        <translation>; fragen: %1</translation>
    </message>
    <message>
        <source>Two rules are called %1.</source>
        <translation>Zwei Regeln heißen %1.</translation>
    </message>
    <message>
        <source>%1 names somebody who is no longer there.</source>
        <translation>%1 nennt jemanden, der nicht mehr da ist.</translation>
    </message>
    <message>
        <source>%1 names the concern “%2”, which there is not.</source>
        <translation>%1 nennt das Anliegen „%2“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 refers to e-mail, and there is no address.</source>
        <translation>%1 verweist auf E-Mail, aber es gibt keine Adresse.</translation>
    </message>
    <message>
        <source>%1 never applies: its condition cannot be met.</source>
        <translation>%1 greift nie: Die Bedingung kann nicht eintreten.</translation>
    </message>
    <message>
        <source>%1 says something else than %2 under the same condition.</source>
        <translation>%1 sagt unter derselben Bedingung etwas anderes als %2.</translation>
    </message>
    <message>
        <source>%1 is never reached: %2 always comes before it.</source>
        <translation>%1 kommt nie an die Reihe: %2 geht immer vor.</translation>
    </message>
    <message>
        <source>The deputies of %1 lead in a circle.</source>
        <translation>Die Vertretungen von %1 führen im Kreis.</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>whether the caller is expected</source>
        <translation>ob der Anrufer erwartet wird</translation>
    </message>
    <message>
        <source>the special instruction</source>
        <translation>die Sonderanweisung</translation>
    </message>
    <message>
        <source>who shares the number</source>
        <translation>wer die Nummer teilt</translation>
    </message>
    <message>
        <source>whether the concern goes by e-mail</source>
        <translation>ob das Anliegen per E-Mail geht</translation>
    </message>
    <message>
        <source>the overdue call-back</source>
        <translation>der überfällige Rückruf</translation>
    </message>
    <message>
        <source>the open topic</source>
        <translation>das offene Thema</translation>
    </message>
    <message>
        <source>the opening hours</source>
        <translation>die Öffnungszeiten</translation>
    </message>
    <message>
        <source>the relation</source>
        <translation>die Beziehung</translation>
    </message>
    <message>
        <source>the caller</source>
        <translation>der Anrufer</translation>
    </message>
    <message>
        <source>the language</source>
        <translation>die Sprache</translation>
    </message>
    <message>
        <source>the concern</source>
        <translation>das Anliegen</translation>
    </message>
    <message>
        <source>the number of calls</source>
        <translation>die Zahl der Anrufe</translation>
    </message>
    <message>
        <source>the last call</source>
        <translation>der letzte Anruf</translation>
    </message>
    <message>
        <source>what the open topic is about</source>
        <translation>worum es beim offenen Thema geht</translation>
    </message>
    <message>
        <source>the hour</source>
        <translation>die Uhrzeit</translation>
    </message>
    <message>
        <source>who can be reached</source>
        <translation>wer erreichbar ist</translation>
    </message>
    <message>
        <source>who is on the telephone</source>
        <translation>wer telefoniert</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>days of the week</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a date</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a date</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>public holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>hours</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Write when the house is open, such as: Mo-Fr 8-12, 13-17; Sa 9-12</source>
        <translation>Schreiben Sie, wann geöffnet ist, etwa: Mo-Fr 8-12, 13-17; Sa 9-12</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>„%1“ wird nicht verstanden.</translation>
    </message>
    <message>
        <source>“%1” may mean two things. Write the days, such as Mo-Fr or Mo-Sa.</source>
        <translation>„%1“ kann zweierlei heißen. Schreiben Sie die Tage, etwa Mo-Fr oder Mo-Sa.</translation>
    </message>
    <message>
        <source>“%1” cannot be said here: only days of the week, public holidays and times.</source>
        <translation>„%1“ lässt sich hier nicht sagen: nur Wochentage, Feiertage und Uhrzeiten.</translation>
    </message>
    <message>
        <source>On which days “%1”?</source>
        <translation>An welchen Tagen „%1“?</translation>
    </message>
    <message>
        <source>At which times on “%1”?</source>
        <translation>Zu welchen Zeiten am „%1“?</translation>
    </message>
    <message>
        <source>There is no such time: “%1”.</source>
        <translation>Diese Uhrzeit gibt es nicht: „%1“.</translation>
    </message>
    <message>
        <source>Until when? “%1” has no end.</source>
        <translation>Bis wann? „%1“ hat kein Ende.</translation>
    </message>
    <message>
        <source>“%1” ends before it begins. For the afternoon write 17 or 5 pm.</source>
        <translation>„%1“ endet vor dem Beginn. Für den Nachmittag schreiben Sie 17 oder 17:00.</translation>
    </message>
    <message>
        <source>“%1” overlaps with other hours of the same day or the night before.</source>
        <translation>„%1“ überschneidet sich mit anderen Zeiten dieses Tages oder der Nacht davor.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::SoundWording</name>
    <message>
        <source>No microphone and no loudspeaker. The call goes on in silence; plug a headset in.</source>
        <translation>Weder Mikrofon noch Lautsprecher. Das Gespräch läuft stumm weiter; bitte ein Headset anschließen.</translation>
    </message>
    <message>
        <source>No microphone: the other side hears silence. Plug one in.</source>
        <translation>Kein Mikrofon: Die Gegenseite hört Stille. Bitte eines anschließen.</translation>
    </message>
    <message>
        <source>No loudspeaker: nothing can be heard. Plug one in.</source>
        <translation>Kein Lautsprecher: Es ist nichts zu hören. Bitte einen anschließen.</translation>
    </message>
    <message>
        <source>In use: %1 and %2.</source>
        <translation>In Gebrauch: %1 und %2.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::TopicModel</name>
    <message>
        <source>For nobody yet</source>
        <translation>Noch für niemanden</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Without due date</source>
        <translation>Ohne Fälligkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not yet synced</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::TopicWording</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Löschung</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>From a call</source>
        <translation>Aus einem Anruf</translation>
    </message>
    <message>
        <source>From a meeting</source>
        <translation>Aus einer Besprechung</translation>
    </message>
    <message>
        <source>From the client</source>
        <translation>Vom Mandanten</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Auf die Liste gesetzt</translation>
    </message>
    <message>
        <source>%1: “%2” became “%3”</source>
        <comment>field, before, after</comment>
        <translation>%1: aus „%2“ wurde „%3“</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>Kommentiert</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>%1: both sides had changed it differently</source>
        <translation>%1: beide Seiten hatten es verschieden geändert</translation>
    </message>
    <message>
        <source>Conflict decided: %1</source>
        <translation>Konflikt entschieden: %1</translation>
    </message>
    <message>
        <source>%1: conflict decided, now “%2”</source>
        <translation>%1: Konflikt entschieden, jetzt „%2“</translation>
    </message>
    <message>
        <source>%1: decision taken back</source>
        <translation>%1: Entscheidung zurückgenommen</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>die andere Seite</translation>
    </message>
    <message>
        <source>%1 (other side)</source>
        <translation>%1 (andere Seite)</translation>
    </message>
    <message>
        <source>Decided: the topic stays</source>
        <translation>Entschieden: Das Thema bleibt</translation>
    </message>
    <message>
        <source>Decided: the topic is deleted</source>
        <translation>Entschieden: Das Thema ist gelöscht</translation>
    </message>
    <message>
        <source>Decided: ours kept</source>
        <translation>Entschieden: unsere Fassung gilt</translation>
    </message>
    <message>
        <source>Decided: theirs kept</source>
        <translation>Entschieden: Fassung der anderen Seite gilt</translation>
    </message>
    <message>
        <source>Decided: both kept</source>
        <translation>Entschieden: beide Fassungen gelten</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>waits, next try %1</source>
        <translation>wartet, nächster Versuch %1</translation>
    </message>
    <message>
        <source>waits, sent as soon as possible</source>
        <translation>wartet, wird so bald wie möglich gesendet</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>sent, no answer yet; the list is looked at before anything is sent again</source>
        <translation>gesendet, noch keine Antwort; vor erneutem Senden wird auf der Liste nachgesehen</translation>
    </message>
    <message>
        <source>refused by the other side; nothing is lost – try again, or give it up</source>
        <translation>von der anderen Seite abgelehnt; nichts ist verloren – nochmals versuchen oder aufgeben</translation>
    </message>
    <message>
        <source>No shared list is set up for this client; everything stays here.</source>
        <translation>Für diesen Mandanten ist keine gemeinsame Liste eingerichtet; alles bleibt hier.</translation>
    </message>
    <message>
        <source>The other side&apos;s move: it does not answer. Tried again by itself at %1; everything is kept here.</source>
        <translation>Die andere Seite ist am Zug: Sie antwortet nicht. Um %1 wird es von selbst erneut versucht; alles ist hier aufgehoben.</translation>
    </message>
    <message>
        <source>The other side&apos;s move: it does not answer. Being tried right now; everything is kept here.</source>
        <translation>Die andere Seite ist am Zug: Sie antwortet nicht. Es wird gerade versucht; alles ist hier aufgehoben.</translation>
    </message>
    <message>
        <source>The other side&apos;s move: sent, its answer is awaited.</source>
        <translation>Die andere Seite ist am Zug: gesendet, die Antwort steht aus.</translation>
    </message>
    <message>
        <source>Our move: sending goes on by itself.</source>
        <translation>Wir sind am Zug: Das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Nobody&apos;s move: both sides are equal.</source>
        <translation>Niemand ist am Zug: Beide Seiten sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>keine Liste</translation>
    </message>
    <message>
        <source>The supervisor&apos;s move: the list does not let us in. Check address and access in the set-up, then try again.</source>
        <translation>Ihre Leitung ist am Zug: Die Liste lässt uns nicht ein. Adresse und Zugang sind in der Einrichtung zu prüfen; dann versuchen Sie es erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Your move: the other side refuses %n change(s). Open the client, then try again or give them up.</source>
        <translation>
            <numerusform>Sie sind am Zug: Die andere Seite lehnt %n Änderung ab. Öffnen Sie den Mandanten; versuchen Sie es erneut oder geben Sie sie auf.</numerusform>
            <numerusform>Sie sind am Zug: Die andere Seite lehnt %n Änderungen ab. Öffnen Sie den Mandanten; versuchen Sie es erneut oder geben Sie sie auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your move: both sides changed %n field(s) differently. Decide what holds.</source>
        <translation>
            <numerusform>Sie sind am Zug: Beide Seiten haben %n Feld verschieden geändert. Entscheiden Sie, was gilt.</numerusform>
            <numerusform>Sie sind am Zug: Beide Seiten haben %n Felder verschieden geändert. Entscheiden Sie, was gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>abgeglichen %1</translation>
    </message>
    <message>
        <source>never synced yet</source>
        <translation>noch nie abgeglichen</translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::Wording</name>
    <message>
        <source>Put through</source>
        <translation>Durchstellen</translation>
    </message>
    <message>
        <source>Put through to %1</source>
        <translation>Durchstellen an %1</translation>
    </message>
    <message>
        <source>Take a message</source>
        <translation>Notiz aufnehmen</translation>
    </message>
    <message>
        <source>Take a message for %1</source>
        <translation>Notiz aufnehmen für %1</translation>
    </message>
    <message>
        <source>Refer to e-mail</source>
        <translation>Auf E-Mail verweisen</translation>
    </message>
    <message>
        <source>Refer to %1</source>
        <translation>Auf %1 verweisen</translation>
    </message>
    <message>
        <source>Decline politely</source>
        <translation>Höflich abweisen</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>blocked by the house</source>
        <translation>vom Haus gesperrt</translation>
    </message>
    <message>
        <source>cold caller</source>
        <translation>Werbeanrufer</translation>
    </message>
    <message>
        <source>known caller</source>
        <translation>bekannter Anrufer</translation>
    </message>
    <message>
        <source>unknown caller</source>
        <translation>unbekannter Anrufer</translation>
    </message>
    <message>
        <source>number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>several callers share this number</source>
        <translation>mehrere Anrufer teilen diese Nummer</translation>
    </message>
    <message>
        <source>instruction for this caller</source>
        <translation>Hinweis für diesen Anrufer</translation>
    </message>
    <message>
        <source>“%1” goes by e-mail</source>
        <translation>„%1“ läuft über E-Mail</translation>
    </message>
    <message>
        <source>house open</source>
        <translation>Haus geöffnet</translation>
    </message>
    <message>
        <source>house closed</source>
        <translation>Haus geschlossen</translation>
    </message>
    <message>
        <source>%1 can be reached</source>
        <translation>%1 erreichbar</translation>
    </message>
    <message>
        <source>deputy %1 can be reached</source>
        <translation>Vertretung %1 erreichbar</translation>
    </message>
    <message>
        <source>nobody can be reached</source>
        <translation>niemand erreichbar</translation>
    </message>
    <message>
        <source>because: %1</source>
        <translation>weil: %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Message taken</source>
        <translation>Notiz aufgenommen</translation>
    </message>
    <message>
        <source>Referred to e-mail</source>
        <translation>Auf E-Mail verwiesen</translation>
    </message>
    <message>
        <source>Appointment made</source>
        <translation>Termin vergeben</translation>
    </message>
    <message>
        <source>Settled on the spot</source>
        <translation>Sofort erledigt</translation>
    </message>
    <message>
        <source>Rang off before the answer</source>
        <translation>Vor der Annahme aufgelegt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Interessent</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Behörde</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Cold caller</source>
        <translation>Werbeanrufer</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>The caller gave up before the answer</source>
        <translation>Der Anrufer hat vor der Annahme aufgelegt</translation>
    </message>
    <message>
        <source>The caller hung up</source>
        <translation>Der Anrufer hat aufgelegt</translation>
    </message>
    <message>
        <source>Hung up here</source>
        <translation>Hier aufgelegt</translation>
    </message>
    <message>
        <source>Declined here</source>
        <translation>Hier abgewiesen</translation>
    </message>
    <message>
        <source>Answered at another seat</source>
        <translation>An einem anderen Platz angenommen</translation>
    </message>
    <message>
        <source>The other side fell silent</source>
        <translation>Die Gegenseite antwortet nicht mehr</translation>
    </message>
    <message>
        <source>The telephone line failed</source>
        <translation>Die Telefonleitung ist ausgefallen</translation>
    </message>
    <message>
        <source>The network failed</source>
        <translation>Das Netz ist ausgefallen</translation>
    </message>
    <message>
        <source>The other side hung up</source>
        <translation>Die Gegenseite hat aufgelegt</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Declined there</source>
        <translation>Dort abgelehnt</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Niemand hebt ab</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>klingelt</translation>
    </message>
    <message>
        <source>being called</source>
        <translation>wird angerufen</translation>
    </message>
    <message>
        <source>in conversation</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>held by the caller</source>
        <translation>vom Anrufer gehalten</translation>
    </message>
    <message>
        <source>being put through</source>
        <translation>wird durchgestellt</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message>
        <source>It rings there …</source>
        <translation>Es klingelt dort …</translation>
    </message>
    <message>
        <source>Put through.</source>
        <translation>Durchgestellt.</translation>
    </message>
    <message>
        <source>Write what it is about, or choose a concern.</source>
        <translation>Schreiben Sie, worum es geht, oder wählen Sie ein Anliegen.</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters. Shorten it; nothing of it is lost meanwhile.</source>
        <translation>Der Text ist länger als %1 Zeichen. Bitte kürzen Sie ihn; bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>A call-back was promised: which number?</source>
        <translation>Ein Rückruf ist versprochen: unter welcher Nummer?</translation>
    </message>
    <message>
        <source>This is no telephone number. Write it like 030 123456 or +49 30 123456.</source>
        <translation>Das ist keine Telefonnummer. Schreiben Sie sie wie 030 123456 oder +49 30 123456.</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Please call back</source>
        <translation>Bitte zurückrufen</translation>
    </message>
    <message>
        <source>Will call again</source>
        <translation>Ruft nochmals an</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Geöffnet bis %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Geschlossen: %1</translation>
    </message>
    <message>
        <source>%1, opens %2</source>
        <translation>%1, öffnet %2</translation>
    </message>
    <message>
        <source>available</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>available · %1</source>
        <translation>erreichbar · %1</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>busy</source>
        <comment>a line</comment>
        <translation>besetzt</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>a person&apos;s state, its end</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>absent (%1)</source>
        <translation>abwesend (%1)</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt date format: day, month, year</comment>
        <translation>d.M.yyyy</translation>
    </message>
    <message>
        <source>ddd, d MMM</source>
        <comment>Qt date format: weekday, day, month</comment>
        <translation>ddd d.M.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Topic list: none is set up</source>
        <translation>Themenliste: nicht eingerichtet</translation>
    </message>
    <message>
        <source>Topic list: syncing …</source>
        <translation>Themenliste: wird abgeglichen …</translation>
    </message>
    <message>
        <source>Topic list: synced %1</source>
        <translation>Themenliste: abgeglichen %1</translation>
    </message>
    <message>
        <source>Topic list: synced</source>
        <translation>Themenliste: abgeglichen</translation>
    </message>
    <message>
        <source>Topic list: not reachable, nothing waits</source>
        <translation>Themenliste: nicht erreichbar, nichts wartet</translation>
    </message>
    <message>
        <source>Telephone: no line</source>
        <translation>Telefon: keine Leitung</translation>
    </message>
    <message>
        <source>Telephone: connecting …</source>
        <translation>Telefon: wird verbunden …</translation>
    </message>
    <message>
        <source>Telephone: ready</source>
        <translation>Telefon: bereit</translation>
    </message>
    <message>
        <source>Telephone: some lines are missing</source>
        <translation>Telefon: einige Leitungen fehlen</translation>
    </message>
    <message>
        <source>This does not exist any more. Nothing was changed. Close it and open it again.</source>
        <translation>Das gibt es nicht mehr. Es wurde nichts geändert. Schließen Sie die Ansicht und öffnen Sie sie neu.</translation>
    </message>
    <message>
        <source>You may not do this here. Nothing was changed. Ask your supervisor for the right.</source>
        <translation>Das dürfen Sie hier nicht. Es wurde nichts geändert. Bitten Sie Ihre Leitung um das Recht dazu.</translation>
    </message>
    <message>
        <source>Something entered cannot be used. Nothing of it is lost. Correct it and try again.</source>
        <translation>Eine Eingabe ist nicht verwendbar. Nichts davon ist verloren. Bitte berichtigen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Somebody else changed this first. Your words are kept here. Look at the new state and try again.</source>
        <translation>Jemand anderes hat das zuvor geändert. Ihr Text bleibt hier erhalten. Sehen Sie sich den neuen Stand an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This telephone line cannot do that. The call is unchanged. Choose another way.</source>
        <translation>Diese Telefonleitung kann das nicht. Das Gespräch ist unverändert. Wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>The other side cannot be reached. Everything is kept here and sent later by itself.</source>
        <translation>Die Gegenseite ist nicht erreichbar. Alles ist hier gesichert und wird später von selbst gesendet.</translation>
    </message>
    <message>
        <source>The disk is full. What you typed is kept on the screen. Make room; saving goes on by itself.</source>
        <translation>Der Datenträger ist voll. Ihr Text bleibt auf dem Bildschirm erhalten. Schaffen Sie Platz; gespeichert wird dann von selbst.</translation>
    </message>
    <message>
        <source>The client&apos;s file cannot be read or written. It was not changed. Tell your supervisor; the backup has it.</source>
        <translation>Die Akte des Mandanten lässt sich nicht lesen oder schreiben. Sie wurde nicht verändert. Sagen Sie Ihrer Leitung Bescheid; die Sicherung enthält sie.</translation>
    </message>
    <message>
        <source>The client&apos;s file was written by a newer Vorzimmer. It was not changed. Install the new version here too.</source>
        <translation>Die Akte des Mandanten stammt von einem neueren Vorzimmer. Sie wurde nicht verändert. Installieren Sie die neue Version auch hier.</translation>
    </message>
    <message>
        <source>Somebody else is using this right now. Nothing was changed. Try again in a moment.</source>
        <translation>Jemand anderes benutzt das gerade. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation>Das wurde abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Something went wrong inside. What you typed is kept. Try again; if it stays, report it.</source>
        <translation>Ein interner Fehler ist aufgetreten. Ihr Text bleibt erhalten. Versuchen Sie es erneut; bleibt es dabei, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>Put through</source>
        <comment>what was done</comment>
        <translation>Durchgestellt</translation>
    </message>
    <message numerus="yes">
        <source>Topic list: sending %n change(s) …</source>
        <translation>
            <numerusform>Themenliste: %n Änderung wird gesendet …</numerusform>
            <numerusform>Themenliste: %n Änderungen werden gesendet …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic list: not reachable, %n change(s) wait here safely</source>
        <translation>
            <numerusform>Themenliste: nicht erreichbar, %n Änderung wartet hier sicher</numerusform>
            <numerusform>Themenliste: nicht erreichbar, %n Änderungen warten hier sicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic list: %n change(s) refused, somebody must look at it</source>
        <translation>
            <numerusform>Themenliste: %n Änderung abgelehnt, bitte ansehen</numerusform>
            <numerusform>Themenliste: %n Änderungen abgelehnt, bitte ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic list: no access, somebody must look at it</source>
        <translation>Themenliste: kein Zugang, bitte ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>The caller is put on hold …</source>
        <translation>Der Anruf wird gehalten …</translation>
    </message>
    <message>
        <source>It rings there; the caller waits and does not hear you.</source>
        <translation>Es klingelt dort; der Anrufer wartet und hört Sie nicht.</translation>
    </message>
    <message>
        <source>You speak with the house; the caller waits and does not hear you.</source>
        <translation>Sie sprechen mit dem Haus; der Anrufer wartet und hört Sie nicht.</translation>
    </message>
    <message>
        <source>You speak with the caller; the house waits.</source>
        <translation>Sie sprechen mit dem Anrufer; das Haus wartet.</translation>
    </message>
    <message>
        <source>The caller has hung up. You still speak with the house.</source>
        <translation>Der Anrufer hat aufgelegt. Sie sprechen noch mit dem Haus.</translation>
    </message>
    <message>
        <source>Both are being connected …</source>
        <translation>Beide werden verbunden …</translation>
    </message>
    <message>
        <source>You are back with the caller.</source>
        <translation>Sie sind wieder beim Anrufer.</translation>
    </message>
    <message>
        <source>Nobody took it (%1). The caller is still here: try another number or take a message.</source>
        <translation>Niemand hat übernommen (%1). Der Anrufer ist noch da: andere Nummer versuchen oder Nachricht aufnehmen.</translation>
    </message>
    <message>
        <source>The caller has hung up.</source>
        <translation>Der Anrufer hat aufgelegt.</translation>
    </message>
    <message>
        <source>being rung</source>
        <translation>wird angerufen</translation>
    </message>
    <message>
        <source>put through</source>
        <comment>what became of an attempt</comment>
        <translation>durchgestellt</translation>
    </message>
    <message>
        <source>spoken with</source>
        <translation>gesprochen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>niemand hebt ab</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>could not be rung</source>
        <translation>Anruf nicht möglich</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 of %2 answered within %3 s</source>
        <translation>%1 von %2 binnen %3 s angenommen</translation>
    </message>
    <message>
        <source>Offer an appointment</source>
        <translation>Termin anbieten</translation>
    </message>
    <message>
        <source>Offer an appointment: %1</source>
        <translation>Termin anbieten: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what is to be told or minded</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>ask: %1</source>
        <translation>fragen: %1</translation>
    </message>
    <message>
        <source>expected: there is a message for this caller</source>
        <translation>erwartet: für diesen Anrufer liegt eine Nachricht bereit</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <comment>a language</comment>
        <translation>spricht %1</translation>
    </message>
    <message>
        <source>it is about “%1”</source>
        <translation>es geht um „%1“</translation>
    </message>
    <message numerus="yes">
        <source>call no. %1 within %n day(s)</source>
        <translation>
            <numerusform>%1. Anruf innerhalb eines Tages</numerusform>
            <numerusform>%1. Anruf innerhalb von %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>last call: %1</source>
        <translation>letzter Anruf: %1</translation>
    </message>
    <message>
        <source>a promised call-back is overdue</source>
        <translation>ein zugesagter Rückruf ist überfällig</translation>
    </message>
    <message>
        <source>a topic is still open</source>
        <translation>ein Thema ist noch offen</translation>
    </message>
    <message>
        <source>“%1” is still open</source>
        <translation>„%1“ ist noch offen</translation>
    </message>
    <message>
        <source>rule for this time</source>
        <translation>Regel für diese Zeit</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>%1 is on the telephone</source>
        <translation>%1 telefoniert</translation>
    </message>
    <message>
        <source>%1 is on call</source>
        <translation>%1 hat Bereitschaft</translation>
    </message>
    <message>
        <source>there is no e-mail address for it</source>
        <translation>dafür gibt es keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the house&apos;s state, the holiday&apos;s name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 settled</source>
        <extracomment>How many of the calls were put through, booked, redirected, dealt with or declined: the client need do nothing more.</extracomment>
        <translation>%1 gleich erledigt</translation>
    </message>
    <message>
        <source>The desktop&apos;s key ring is locked, so no password can be read. Nothing was changed. Unlock it and start again.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt, deshalb ist kein Kennwort lesbar. Nichts wurde geändert. Entsperren Sie ihn und starten Sie neu.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ActionBar</name>
    <message>
        <source>Answer</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Put through</source>
        <translation>Durchstellen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Refer to e-mail</source>
        <translation>Auf E-Mail verweisen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Strg+W</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Abweisen</translation>
    </message>
    <message>
        <source>%1, recommended</source>
        <translation>%1, empfohlen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Strg+M</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::AppointmentsPage</name>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Released times …</source>
        <translation>Freigegebene Zeiten …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Fr&amp;ee times</source>
        <translation>&amp;Freie Zeiten</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>With wh&amp;om</source>
        <translation>Be&amp;i wem</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Bei wem</translation>
    </message>
    <message>
        <source>Part of the da&amp;y</source>
        <translation>&amp;Tageszeit</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>A&amp;b</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>Von welchem Tag an</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <source>Nothing that is released is free like this. Look for another kind, person or day – or take a message (F6).</source>
        <translation>So ist nichts Freigegebenes frei. Suchen Sie eine andere Art, Person oder einen anderen Tag – oder nehmen Sie eine Nachricht auf (F6).</translation>
    </message>
    <message>
        <source>This appointment is being moved: choose another time. The old one ends when the new one is certain.</source>
        <translation>Dieser Termin wird verlegt: Wählen Sie eine andere Zeit. Der alte endet, sobald der neue sicher ist.</translation>
    </message>
    <message>
        <source>Why (&amp;if it is moved)</source>
        <translation>Wa&amp;rum (falls verlegt)</translation>
    </message>
    <message>
        <source>Why it is moved</source>
        <translation>Warum er verlegt wird</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Re&amp;ached at</source>
        <translation>Errei&amp;chbar unter</translation>
    </message>
    <message>
        <source>Where the caller is reached</source>
        <translation>Wo der Anrufer erreichbar ist</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>Bemer&amp;kung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>&amp;Booked</source>
        <translation>Ver&amp;geben</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>&amp;Cancel appointment …</source>
        <translation>St&amp;ornieren …</translation>
    </message>
    <message>
        <source>Reschedu&amp;le …</source>
        <translation>&amp;Verlegen …</translation>
    </message>
    <message>
        <source>Why it is cancelle&amp;d</source>
        <translation>Gr&amp;und</translation>
    </message>
    <message>
        <source>Reason for cancelling</source>
        <translation>Grund der Absage</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>mornings</source>
        <translation>vormittags</translation>
    </message>
    <message>
        <source>afternoons</source>
        <translation>nachmittags</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>What to read back</source>
        <translation>Was zurückzulesen ist</translation>
    </message>
    <message>
        <source>This day cannot be read. Write it like %1.</source>
        <translation>Dieser Tag ist nicht lesbar. Schreiben Sie ihn so: %1.</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>gleich bei wem</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>jede Art</translation>
    </message>
    <message>
        <source>Ask for the caller&apos;s name first.</source>
        <translation>Fragen Sie zuerst nach dem Namen des Anrufers.</translation>
    </message>
    <message>
        <source>Confirmation &amp;goes by e-mail to</source>
        <translation>Bestätigung &amp;per E-Mail an</translation>
    </message>
    <message>
        <source>Confirmation by e-mail to</source>
        <translation>Bestätigung per E-Mail an</translation>
    </message>
    <message>
        <source>empty: none is sent</source>
        <translation>leer: keine</translation>
    </message>
    <message>
        <source>This is no e-mail address. Ask for it once more, or leave it empty.</source>
        <translation>Das ist keine E-Mail-Adresse. Fragen Sie noch einmal, oder lassen Sie sie leer.</translation>
    </message>
    <message>
        <source>empty: none is sent; known is %1</source>
        <translation>leer: keine; bekannt ist %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CalendarsPage</name>
    <message>
        <source>Set-up: calendars</source>
        <translation>Einrichten: Kalender</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>C&amp;lients</source>
        <translation>A&amp;uftraggeber</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>A CalDAV calendar in which the client marks bookable times as free, and an account that may write to it. Other calendars of the same account only say when the client is taken. The address of the server alone is enough to be told which calendars there are.</source>
        <translation>Ein CalDAV-Kalender, in dem der Mandant buchbare Zeiten als frei kennzeichnet, und ein Konto, das hineinschreiben darf. Weitere Kalender desselben Kontos sagen nur, wann der Mandant belegt ist. Die Adresse des Servers allein genügt, um zu erfahren, welche Kalender es gibt.</translation>
    </message>
    <message>
        <source>Calendar with &amp;free times</source>
        <translation>Kalender mit &amp;freien Zeiten</translation>
    </message>
    <message>
        <source>Calendar with free times</source>
        <translation>Kalender mit freien Zeiten</translation>
    </message>
    <message>
        <source>Calendars that &amp;only say what is taken</source>
        <translation>Kalender, die nur &amp;Belegtes zeigen</translation>
    </message>
    <message>
        <source>Calendars that only say what is taken</source>
        <translation>Kalender, die nur Belegtes zeigen</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>K&amp;onto</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Kenn&amp;wort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>&amp;Disconnect …</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Disconnect? Times that stand in the calendar are not offered any more.</source>
        <translation>Trennen? Zeiten, die im Kalender stehen, werden nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>none; several with blanks between them</source>
        <translation>keine; mehrere mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>Trying the calendar out …</source>
        <translation>Der Kalender wird ausprobiert …</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Es wird verbunden …</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Disconnected. Appointments that are given out stay here and in the calendar; neither side hears of the other&apos;s changes any more.</source>
        <translation>Getrennt. Vergebene Termine bleiben hier und im Kalender; keine Seite erfährt mehr von Änderungen der anderen.</translation>
    </message>
    <message>
        <source>Enter the account&apos;s password.</source>
        <translation>Geben Sie das Kennwort des Kontos ein.</translation>
    </message>
    <message>
        <source>kept; empty leaves it as it is</source>
        <translation>gespeichert; leer lässt es, wie es ist</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CallListPane</name>
    <message>
        <source>&amp;Waiting</source>
        <translation>&amp;Wartend</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>&amp;My calls</source>
        <translation>&amp;Meine Gespräche</translation>
    </message>
    <message>
        <source>No call, no unfinished note</source>
        <translation>Kein Gespräch, keine offene Notiz</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>H&amp;eute</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CallerMenu</name>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>&amp;VIP</source>
        <translation>&amp;VIP</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Cold ca&amp;ller</source>
        <translation>&amp;Werbeanruf</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Kunde</translation>
    </message>
    <message>
        <source>Special &amp;instruction …</source>
        <translation>&amp;Sonderanweisung …</translation>
    </message>
    <message>
        <source>&amp;Attach this number to …</source>
        <translation>&amp;Nummer zuordnen zu …</translation>
    </message>
    <message>
        <source>Special instruction</source>
        <translation>Sonderanweisung</translation>
    </message>
    <message>
        <source>What is to be done whenever this caller rings? Empty takes it away.</source>
        <translation>Was ist zu tun, wenn dieser Anrufer anruft? Leer nimmt die Anweisung zurück.</translation>
    </message>
    <message>
        <source>Whose number is this?</source>
        <translation>Wessen Nummer ist das?</translation>
    </message>
    <message>
        <source>Type the first letters of the name, or choose with the arrow keys.</source>
        <translation>Tippen Sie die ersten Buchstaben des Namens, oder wählen Sie mit den Pfeiltasten.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CallerPane</name>
    <message>
        <source>&amp;Caller</source>
        <translation>Anru&amp;fer</translation>
    </message>
    <message>
        <source>For this caller</source>
        <translation>Für diesen Anrufer</translation>
    </message>
    <message>
        <source>Who is it? Several callers share this number</source>
        <translation>Wer ist es? Mehrere Anrufer teilen diese Nummer</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <translation>spricht %1</translation>
    </message>
    <message numerus="yes">
        <source>chosen among %n</source>
        <translation>
            <numerusform>aus %n ausgewählt</numerusform>
            <numerusform>aus %n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>recognised by the number</source>
        <translation>an der Nummer erkannt</translation>
    </message>
    <message>
        <source>shown as %1</source>
        <translation>angezeigt als %1</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>The network sent something that is no telephone number.</source>
        <translation>Das Netz hat etwas gesendet, das keine Telefonnummer ist.</translation>
    </message>
    <message>
        <source>Nobody on file has this number. Ask for name and company; your note carries them on.</source>
        <translation>Diese Nummer ist niemandem zugeordnet. Fragen Sie nach Name und Firma; Ihre Notiz hält beides fest.</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>The caller shows no number. Ask for a name, and for a number before you promise a call-back.</source>
        <translation>Der Anrufer zeigt keine Nummer. Fragen Sie nach dem Namen – und nach einer Nummer, bevor Sie einen Rückruf versprechen.</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Wer ist es?</translation>
    </message>
    <message numerus="yes">
        <source>%n share this number</source>
        <translation>
            <numerusform>%n mit dieser Nummer</numerusform>
            <numerusform>%n mit dieser Nummer</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the name, then choose with the arrow keys and Enter:</source>
        <translation>Fragen Sie nach dem Namen und wählen Sie dann mit Pfeiltasten und Eingabe:</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>F10 …</source>
        <translation>F10 …</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CaseMessagePage</name>
    <message>
        <source>Answer (F2)</source>
        <translation>Annehmen (F2)</translation>
    </message>
    <message>
        <source>Hang up (F4)</source>
        <translation>Auflegen (F4)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>A call arrives …</source>
        <translation>Ein Anruf kommt an …</translation>
    </message>
    <message>
        <source>Looking up whom this call is for.</source>
        <translation>Es wird nachgesehen, für wen der Anruf ist.</translation>
    </message>
    <message>
        <source>Nobody’s number was dialled</source>
        <translation>Die gewählte Nummer gehört niemandem</translation>
    </message>
    <message>
        <source>No client is set up for this number. Answer neutrally, ask whom the caller wants to reach, and tell your supervisor the number shown here.</source>
        <translation>Für diese Nummer ist kein Mandant eingerichtet. Melden Sie sich neutral, fragen Sie, wen der Anrufer sprechen möchte, und nennen Sie Ihrer Leitung die hier gezeigte Nummer.</translation>
    </message>
    <message>
        <source>%1 is not served at this seat</source>
        <translation>%1 wird an diesem Platz nicht betreut</translation>
    </message>
    <message>
        <source>You are not assigned to this client, or you serve a competitor. Nothing of it can be shown here. Leave the call to a colleague; if nobody takes it, answer with the client’s name and offer a call back.</source>
        <translation>Sie sind diesem Mandanten nicht zugeteilt oder betreuen einen Mitbewerber. Nichts davon darf hier erscheinen. Überlassen Sie den Anruf einer Kollegin; nimmt niemand an, melden Sie sich mit dem Namen des Mandanten und bieten Sie einen Rückruf an.</translation>
    </message>
    <message>
        <source>The bureau’s directory cannot be read</source>
        <translation>Das Verzeichnis des Büros ist nicht lesbar</translation>
    </message>
    <message>
        <source>The file of %1 cannot be read</source>
        <translation>Die Akte von %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>answer as: %1</source>
        <translation>Sie melden sich als: %1</translation>
    </message>
    <message>
        <source>dialled: %1</source>
        <translation>gewählt: %1</translation>
    </message>
    <message>
        <source>number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>caller: %1</source>
        <translation>Anrufer: %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CaseQuestions</name>
    <message>
        <source>Something else was advised</source>
        <translation>Empfohlen war etwas anderes</translation>
    </message>
    <message>
        <source>A word why, for the client (Esc leaves it out):</source>
        <translation>Ein Wort zum Grund, für den Mandanten (Esc lässt es weg):</translation>
    </message>
    <message>
        <source>No people are on file for this house.</source>
        <translation>Für dieses Haus sind keine Personen hinterlegt.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ClientPage</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Anrufnotizen</translation>
    </message>
    <message>
        <source>Topics (F9)</source>
        <translation>Themen (F9)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Released times (F8)</source>
        <translation>Freigegebene Zeiten (F8)</translation>
    </message>
    <message>
        <source>People (Ctrl+Shift+P)</source>
        <translation>Personen (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Answers (Ctrl+I)</source>
        <translation>Antworten (Strg+I)</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ConflictCard</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Unsere Fassung</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere Seite</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Unsere behalten</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Strg+1</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Andere behalten</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Strg+2</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Strg+3</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>We deleted this topic; meanwhile the other side went on changing it.</source>
        <translation>Wir haben dieses Thema gelöscht; inzwischen hat die andere Seite es weiter geändert.</translation>
    </message>
    <message>
        <source>The other side deleted this topic; meanwhile it was changed here.</source>
        <translation>Die andere Seite hat dieses Thema gelöscht; inzwischen wurde es hier geändert.</translation>
    </message>
    <message>
        <source>words that went: %1</source>
        <translation>weggefallene Wörter: %1</translation>
    </message>
    <message>
        <source>no new words</source>
        <translation>keine neuen Wörter</translation>
    </message>
    <message>
        <source>new words: %1</source>
        <translation>neue Wörter: %1</translation>
    </message>
    <message>
        <source>Ours · %1</source>
        <translation>Unsere Fassung · %1</translation>
    </message>
    <message>
        <source>Theirs · %1</source>
        <translation>Andere Seite · %1</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>Gelöscht lassen</translation>
    </message>
    <message>
        <source>Keep the topic</source>
        <translation>Thema behalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what the button does</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ConflictPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Fields in conflict</source>
        <translation>Felder im Konflikt</translation>
    </message>
    <message numerus="yes">
        <source>Both sides changed %n field(s) differently since they last agreed. Whatever you choose, the other words stay in the history.</source>
        <translation>
            <numerusform>Beide Seiten haben seit dem letzten gemeinsamen Stand %n Feld verschieden geändert. Was Sie auch wählen: Die anderen Worte bleiben im Verlauf.</numerusform>
            <numerusform>Beide Seiten haben seit dem letzten gemeinsamen Stand %n Felder verschieden geändert. Was Sie auch wählen: Die anderen Worte bleiben im Verlauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided. What you decided can still be taken back.</source>
        <translation>Alles ist entschieden. Was Sie entschieden haben, lässt sich noch zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::DueField</name>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose the due day from a calendar</source>
        <translation>Den Fälligkeitstag im Kalender wählen</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalender (Alt+Abwärts)</translation>
    </message>
    <message>
        <source>This is no day. Type it like %1.</source>
        <translation>Das ist kein Tag. Schreiben Sie ihn wie %1.</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>Fälligkeitstag</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::EmailForm</name>
    <message>
        <source>Conc&amp;ern</source>
        <translation>An&amp;liegen</translation>
    </message>
    <message>
        <source>Said – referred to e-mail</source>
        <translation>Gesagt – auf E-Mail verwiesen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>This house answers no concern by e-mail. Take a message instead (F6).</source>
        <translation>Dieses Haus erledigt kein Anliegen per E-Mail. Nehmen Sie stattdessen eine Notiz auf (F6).</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Was Sie sagen</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Read it out, spell it, have it repeated.</source>
        <translation>Vorlesen, buchstabieren, wiederholen lassen.</translation>
    </message>
    <message>
        <source>✓ Kept with the call.</source>
        <translation>✓ Beim Anruf vermerkt.</translation>
    </message>
    <message>
        <source>&amp;By e-mail to the caller, too</source>
        <translation>A&amp;uch per E-Mail an den Anrufer</translation>
    </message>
    <message>
        <source>The caller&apos;s e-mail address</source>
        <translation>E-Mail-Adresse des Anrufers</translation>
    </message>
    <message>
        <source>the caller&apos;s address</source>
        <translation>Adresse des Anrufers</translation>
    </message>
    <message>
        <source>This is no e-mail address. Ask for it once more, or do not send.</source>
        <translation>Das ist keine E-Mail-Adresse. Fragen Sie noch einmal, oder senden Sie nichts.</translation>
    </message>
    <message>
        <source>✓ Kept with the call, and on its way to the caller.</source>
        <translation>✓ Beim Gespräch vermerkt und auf dem Weg zum Anrufer.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::FormsPage</name>
    <message>
        <source>Message forms</source>
        <translation>Nachrichtenformulare</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Concerns</source>
        <translation>&amp;Anliegen</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>This client has no concerns yet. They are entered with the client’s file.</source>
        <translation>Dieser Mandant hat noch keine Anliegen. Sie werden mit der Datei des Mandanten eingetragen.</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Nothing in particular is asked about this concern. New (Ctrl+N) adds a question.</source>
        <translation>Zu diesem Anliegen wird nichts Bestimmtes gefragt. Neu (Strg+N) fügt eine Frage hinzu.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Qu&amp;estion</source>
        <translation>Fra&amp;ge</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>&amp;Kind of answer</source>
        <translation>A&amp;rt der Antwort</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>Ch&amp;oices (a comma between them)</source>
        <translation>A&amp;uswahl (mit Komma getrennt)</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Must &amp;be answered</source>
        <translation>Muss &amp;beantwortet werden</translation>
    </message>
    <message>
        <source>So it stands in the message form:</source>
        <translation>So steht es im Nachrichtenformular:</translation>
    </message>
    <message>
        <source>Saved. It counts from the next message on.</source>
        <translation>Gespeichert. Es gilt ab der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>A concern has gone meanwhile. Leave this page and open it again.</source>
        <translation>Ein Anliegen gibt es inzwischen nicht mehr. Verlassen Sie diese Seite und öffnen Sie sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them must be answered</source>
        <translation>
            <numerusform>, %n davon muss beantwortet werden</numerusform>
            <numerusform>, %n davon müssen beantwortet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>, must be answered</source>
        <translation>, muss beantwortet werden</translation>
    </message>
    <message>
        <source>(no words yet)</source>
        <translation>(noch kein Wortlaut)</translation>
    </message>
    <message>
        <source>Your changes are not saved. Esc once more leaves them; Ctrl+Enter saves them.</source>
        <translation>Ihre Änderungen sind nicht gespeichert. Noch einmal Esc verwirft sie; Strg+Eingabe speichert sie.</translation>
    </message>
    <message>
        <source>What you changed before is here again. It is not saved yet: Ctrl+Enter saves it.</source>
        <translation>Was Sie vorhin geändert haben, steht wieder da. Gespeichert ist es noch nicht: Strg+Eingabe speichert.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::GreetingPane</name>
    <message>
        <source>&amp;Greeting</source>
        <translation>&amp;Begrüßung</translation>
    </message>
    <message>
        <source>Language of the greeting</source>
        <translation>Sprache der Begrüßung</translation>
    </message>
    <message>
        <source>No greeting is on file. Say the name of the house and your own.</source>
        <translation>Es ist keine Begrüßung hinterlegt. Nennen Sie den Namen des Hauses und Ihren eigenen.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::HistoryPane</name>
    <message>
        <source>First call from this number. What you note now is here next time.</source>
        <translation>Erster Anruf von dieser Nummer. Was Sie jetzt notieren, steht beim nächsten Mal hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Ca&amp;ll history</source>
        <translation>&amp;Verlauf</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::HousePlanPage</name>
    <message>
        <source>People and plan</source>
        <translation>Personen und Planung</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>P&amp;lanung</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Nothing is planned. Absences, duties and expected callers are entered below.</source>
        <translation>Nichts geplant. Abwesenheiten, Bereitschaften und erwartete Anrufer werden unten eingetragen.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>&amp;From (empty: today)</source>
        <translation>&amp;Von (leer: heute)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>&amp;Days and times</source>
        <translation>Ta&amp;ge und Zeiten</translation>
    </message>
    <message>
        <source>Days and times</source>
        <translation>Tage und Zeiten</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Expected caller</source>
        <translation>Erwarteter Anrufer</translation>
    </message>
    <message>
        <source>Mo-Fr 12-13; empty: always</source>
        <translation>Mo-Fr 12-13; leer: immer</translation>
    </message>
    <message>
        <source>All states are confirmed.</source>
        <translation>Alle Zustände sind bestätigt.</translation>
    </message>
    <message>
        <source>name on file, or a number</source>
        <translation>hinterlegter Name oder eine Nummer</translation>
    </message>
    <message>
        <source>M&amp;essage for the caller</source>
        <translation>Nachri&amp;cht an den Anrufer</translation>
    </message>
    <message>
        <source>Message for the caller</source>
        <translation>Nachricht an den Anrufer</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>Niemand ist gewählt.</translation>
    </message>
    <message>
        <source>The first day is not understood.</source>
        <translation>Der erste Tag wird nicht verstanden.</translation>
    </message>
    <message>
        <source>The last day is not understood. It belongs to the time; empty means for good.</source>
        <translation>Der letzte Tag wird nicht verstanden. Er gehört noch dazu; leer heißt auf Dauer.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>Entered.</source>
        <translation>Eingetragen.</translation>
    </message>
    <message>
        <source>Absence of %1 entered</source>
        <translation>Abwesenheit von %1 eingetragen</translation>
    </message>
    <message>
        <source>%1 is on call</source>
        <translation>%1 hat Bereitschaft</translation>
    </message>
    <message>
        <source>Nobody of that name is on file, and it is no number.</source>
        <translation>Niemand dieses Namens ist hinterlegt, und eine Nummer ist es nicht.</translation>
    </message>
    <message>
        <source>Until when may they ring? Write 18:00, Monday, 24 Dec or 2 h.</source>
        <translation>Bis wann wird der Anruf erwartet? Schreiben Sie 18:00, Montag, 24.12. oder 2 Std.</translation>
    </message>
    <message>
        <source>What is the caller to be told?</source>
        <translation>Was soll dem Anrufer gesagt werden?</translation>
    </message>
    <message>
        <source>Entered. It is told once, when they ring.</source>
        <translation>Eingetragen. Es wird beim Anruf einmal ausgerichtet.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>Weggenommen.</translation>
    </message>
    <message>
        <source>Absence of %1 taken away</source>
        <translation>Abwesenheit von %1 weggenommen</translation>
    </message>
    <message>
        <source>%1 is no longer on call</source>
        <translation>%1 hat keine Bereitschaft mehr</translation>
    </message>
    <message>
        <source>&amp;All as it stands</source>
        <translation>&amp;Alles wie angezeigt</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Wh&amp;o</source>
        <translation>Wer ge&amp;nau</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::IdlePage</name>
    <message>
        <source>Ready for the next call</source>
        <translation>Bereit für den nächsten Anruf</translation>
    </message>
    <message>
        <source>When a call arrives, the client’s greeting, instructions and people and the caller’s history open here by themselves. F2 answers from anywhere in this window.</source>
        <translation>Sobald ein Anruf kommt, öffnen sich hier von selbst Begrüßung, Anweisungen und Personen des Mandanten und der Verlauf des Anrufers. F2 nimmt überall in diesem Fenster an.</translation>
    </message>
    <message>
        <source>Show all &amp;keys (F1)</source>
        <translation>Alle &amp;Tasten zeigen (F1)</translation>
    </message>
    <message>
        <source>&amp;Open a client without a call (Ctrl+T)</source>
        <translation>Mandanten &amp;ohne Anruf öffnen (Strg+T)</translation>
    </message>
    <message>
        <source>Pause – this seat takes no calls</source>
        <translation>Pause – dieser Platz nimmt keine Anrufe an</translation>
    </message>
    <message>
        <source>Answered in time today</source>
        <translation>Heute rechtzeitig angenommen</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::InstructionsPane</name>
    <message>
        <source>&amp;Instructions</source>
        <translation>&amp;Anweisungen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>No instructions are on file. Put through what is urgent, take a message otherwise.</source>
        <translation>Es sind keine Anweisungen hinterlegt. Stellen Sie Dringendes durch, nehmen Sie sonst eine Notiz auf.</translation>
    </message>
    <message>
        <source>Notices of today</source>
        <translation>Hinweise für heute</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Answer the call that has waited longest</source>
        <translation>Den am längsten wartenden Anruf annehmen</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Take a message</source>
        <translation>Notiz aufnehmen</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Refer to e-mail</source>
        <translation>Auf E-Mail verweisen</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Pause, or take calls again</source>
        <translation>Pause, oder wieder Anrufe annehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Finish the open form</source>
        <translation>Das offene Formular abschließen</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Find a note of this client</source>
        <translation>Eine Notiz dieses Mandanten suchen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Strg+W</translation>
    </message>
    <message>
        <source>Put the finished call away</source>
        <translation>Den beendeten Anruf ablegen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Step back; nothing typed is lost</source>
        <translation>Einen Schritt zurück; Getipptes bleibt erhalten</translation>
    </message>
    <message>
        <source>Alt+letter</source>
        <translation>Alt+Buchstabe</translation>
    </message>
    <message>
        <source>Jump to the card with that letter</source>
        <translation>Zur Karte mit diesem Buchstaben springen</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten zeigen</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Topics of this client</source>
        <translation>Themen dieses Mandanten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Strg+Umschalt+O</translation>
    </message>
    <message>
        <source>What waits for the topic lists</source>
        <translation>Was auf die Themenlisten wartet</translation>
    </message>
    <message>
        <source>Hold or retrieve the call; in a consultation: speak with the other one</source>
        <translation>Anruf halten oder zurückholen; in einer Rückfrage: mit dem anderen sprechen</translation>
    </message>
    <message>
        <source>Put through; Enter at once, Ctrl+Enter announced</source>
        <translation>Durchstellen; Eingabe sofort, Strg+Eingabe mit Ankündigung</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>While it rings: try the next number</source>
        <translation>Während es klingelt: nächste Nummer versuchen</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Strg+M</translation>
    </message>
    <message>
        <source>Mute or unmute the microphone</source>
        <translation>Mikrofon stumm oder an</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Strg+Umschalt+D</translation>
    </message>
    <message>
        <source>Send keys to a voice menu</source>
        <translation>Tasten an ein Sprachmenü senden</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>About the caller: VIP, block, special instruction, whose number it is</source>
        <translation>Zum Anrufer: VIP, sperren, Sonderanweisung, wessen Nummer es ist</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Give out an appointment</source>
        <translation>Einen Termin vergeben</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>State of the person chosen: here, busy, absent, until when</source>
        <translation>Status der gewählten Person: da, beschäftigt, abwesend, bis wann</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Strg+Umschalt+P</translation>
    </message>
    <message>
        <source>People, absences, duties and expected callers of this client</source>
        <translation>Personen, Abwesenheiten, Bereitschaften, erwartete Anrufer dieses Mandanten</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Open a client without a call</source>
        <translation>Einen Mandanten ohne Anruf öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Where the clients’ lists are kept</source>
        <translation>Wo die Listen der Mandanten liegen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Strg+Umschalt+K</translation>
    </message>
    <message>
        <source>Which calendars the clients have</source>
        <translation>Welche Kalender die Mandanten haben</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Strg+Umschalt+R</translation>
    </message>
    <message>
        <source>Opening hours and rules of this client</source>
        <translation>Öffnungszeiten und Regeln dieses Mandanten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Strg+Umschalt+T</translation>
    </message>
    <message>
        <source>Telephone lines</source>
        <translation>Telefonleitungen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Strg+Umschalt+L</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>What is asked about each concern of this client</source>
        <translation>Was zu jedem Anliegen dieses Mandanten gefragt wird</translation>
    </message>
    <message>
        <source>Questions that callers ask, and what this client answers</source>
        <translation>Was Anrufer fragen und was dieser Mandant antwortet</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>I have read what changed of this house</source>
        <translation>Ich habe gelesen, was sich bei diesem Haus geändert hat</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Strg+I</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::KnowledgeDialog</name>
    <message>
        <source>Question and answer</source>
        <translation>Frage und Antwort</translation>
    </message>
    <message>
        <source>&amp;Question or heading</source>
        <translation>&amp;Frage oder Überschrift</translation>
    </message>
    <message>
        <source>Question or heading</source>
        <translation>Frage oder Überschrift</translation>
    </message>
    <message>
        <source>&amp;Answer (**bold** stands out)</source>
        <translation>&amp;Antwort (**fett** fällt auf)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Other &amp;words to find it by (a comma between them)</source>
        <translation>Andere &amp;Wörter, mit denen man sie findet (mit Komma getrennt)</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Andere Wörter</translation>
    </message>
    <message>
        <source>&amp;Below</source>
        <translation>&amp;Unter</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>&amp;See also</source>
        <translation>&amp;Siehe auch</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Siehe auch</translation>
    </message>
    <message>
        <source>A&amp;dd link</source>
        <translation>&amp;Verweis hinzufügen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>(at the top)</source>
        <translation>(ganz oben)</translation>
    </message>
    <message>
        <source>What is asked? A heading will do, too.</source>
        <translation>Was wird gefragt? Eine Überschrift genügt auch.</translation>
    </message>
    <message>
        <source>It cannot stand below itself.</source>
        <translation>Sie kann nicht unter sich selbst stehen.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::KnowledgePage</name>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Search questions and answers</source>
        <translation>Fragen und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Search: every word is looked for in questions, answers and other words</source>
        <translation>Suchen: Jedes Wort wird in Fragen, Antworten und anderen Wörtern gesucht</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>See a&amp;lso</source>
        <translation>Siehe a&amp;uch</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Siehe auch</translation>
    </message>
    <message>
        <source>Kept. It counts at once.</source>
        <translation>Gespeichert. Es gilt sofort.</translation>
    </message>
    <message>
        <source>Not kept: it would stand below itself, or has no words.</source>
        <translation>Nicht gespeichert: Die Frage stünde unter sich selbst oder hat keinen Wortlaut.</translation>
    </message>
    <message>
        <source>Nothing is found. Search for fewer words or letters, or take a message.</source>
        <translation>Nichts gefunden. Suchen Sie mit weniger Wörtern oder Buchstaben, oder nehmen Sie eine Nachricht auf.</translation>
    </message>
    <message>
        <source>Nothing is written down yet. New (Ctrl+N) begins: what do callers ask, and what shall be answered?</source>
        <translation>Noch steht hier nichts. Neu (Strg+N) fängt an: Was fragen Anrufer, und was soll geantwortet werden?</translation>
    </message>
    <message>
        <source>This house has written nothing down yet. Supervisor and client can.</source>
        <translation>Dieses Haus hat noch nichts aufgeschrieben. Leitung und Mandant können das tun.</translation>
    </message>
    <message>
        <source>“%1” is taken away for good with Del once more.</source>
        <translation>Noch einmal Entf entfernt „%1“ endgültig.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::LineBanner</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Telephone lines</source>
        <translation>Telefonleitungen</translation>
    </message>
    <message>
        <source>Try now to get the lines back</source>
        <translation>Jetzt versuchen, die Leitungen wiederherzustellen</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Leitung gestört</translation>
    </message>
    <message>
        <source>Line back</source>
        <translation>Leitung wieder da</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::LinesPage</name>
    <message>
        <source>Set-up: telephone lines</source>
        <translation>Einrichtung: Telefonleitungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Leitungen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Leitung</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>N&amp;umber that is dialled</source>
        <translation>Gewählte N&amp;ummer</translation>
    </message>
    <message>
        <source>Number that is dialled</source>
        <translation>Gewählte Nummer</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>Kon&amp;to</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Ser&amp;ver</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Transpo&amp;rt</source>
        <translation>Übert&amp;ragung</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>&amp;Outbound proxy</source>
        <translation>&amp;Outbound-Proxy</translation>
    </message>
    <message>
        <source>Outbound proxy</source>
        <translation>Outbound-Proxy</translation>
    </message>
    <message>
        <source>Si&amp;gn-in name</source>
        <translation>Anmeldena&amp;me</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Kenn&amp;wort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Use this line at ever&amp;y desk</source>
        <translation>An jedem Platz &amp;benutzen</translation>
    </message>
    <message>
        <source>Re&amp;move …</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Register now</source>
        <translation>Jetzt anmelden</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Save and register</source>
        <translation>Speichern und anmelden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>for calls that do not say it</source>
        <translation>für Anrufe, die sie nicht nennen</translation>
    </message>
    <message>
        <source>empty where the server is called itself</source>
        <translation>leer, wenn der Server selbst gerufen wird</translation>
    </message>
    <message>
        <source>empty where it is the account</source>
        <translation>leer, wenn es das Konto ist</translation>
    </message>
    <message>
        <source>Kept. The other side is being asked …</source>
        <translation>Gespeichert. Die Gegenstelle wird gefragt …</translation>
    </message>
    <message>
        <source>Kept. This line is not used.</source>
        <translation>Gespeichert. Diese Leitung wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Removed, and its password with it.</source>
        <translation>Entfernt, und ihr Kennwort mit ihr.</translation>
    </message>
    <message>
        <source>kept; type only to change it</source>
        <translation>hinterlegt; nur zum Ändern eingeben</translation>
    </message>
    <message>
        <source>The other side has registered this line.</source>
        <translation>Die Gegenstelle hat diese Leitung angemeldet.</translation>
    </message>
    <message>
        <source>The other side is being asked …</source>
        <translation>Die Gegenstelle wird gefragt …</translation>
    </message>
    <message>
        <source>Remove this line? Desks are not called on it any more, and its password is forgotten.</source>
        <translation>Diese Leitung entfernen? Plätze werden auf ihr nicht mehr gerufen, und ihr Kennwort wird vergessen.</translation>
    </message>
    <message>
        <source>Kept. Calls are simulated at this desk, so nobody is asked.</source>
        <translation>Gespeichert. An diesem Platz werden Anrufe nachgestellt; es wird niemand gefragt.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::MailCard</name>
    <message>
        <source>&amp;E-mail</source>
        <translation>E-Ma&amp;il</translation>
    </message>
    <message>
        <source>E-mail of each client</source>
        <translation>E-Mail jedes Mandanten</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>No e-mail was written for this client in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde für diesen Mandanten keine E-Mail geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Address to send it to</source>
        <translation>Adresse, an die gesendet wird</translation>
    </message>
    <message>
        <source>Send aga&amp;in</source>
        <translation>N&amp;ochmals senden</translation>
    </message>
    <message>
        <source>Give this e-mail u&amp;p</source>
        <translation>Diese E-Mail auf&amp;geben</translation>
    </message>
    <message>
        <source>This is no e-mail address. Nothing was sent.</source>
        <translation>Das ist keine E-Mail-Adresse. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::MailCopies</name>
    <message>
        <source>By e-mail to</source>
        <translation>Per E-Mail an</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopie an</translation>
    </message>
    <message>
        <source>Copy by e-mail to</source>
        <translation>Kopie per E-Mail an</translation>
    </message>
    <message>
        <source>not by e-mail</source>
        <translation>nicht per E-Mail</translation>
    </message>
    <message>
        <source>with the others at %1</source>
        <translation>mit den anderen um %1</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>A copy needs somebody to be a copy for.</source>
        <translation>Eine Kopie braucht jemanden, an den das Original geht.</translation>
    </message>
    <message>
        <source>This is no e-mail address: %1</source>
        <translation>Das ist keine E-Mail-Adresse: %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::MailPage</name>
    <message>
        <source>Set-up: e-mail</source>
        <translation>Einrichtung: E-Mail</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>C&amp;lients</source>
        <translation>M&amp;andanten</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>The account that e-mail is sent by, as its provider gives it for mail programs. A client without one of its own is served by the account that stands first, under the client&apos;s name.</source>
        <translation>Das Konto, über das E-Mail gesendet wird, wie sein Anbieter es für Mailprogramme angibt. Wer kein eigenes hat, sendet über das Konto, das zuerst steht, unter seinem Namen.</translation>
    </message>
    <message>
        <source>Sender&apos;s addr&amp;ess</source>
        <translation>A&amp;bsenderadresse</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>&amp;Name shown</source>
        <translation>Angezeigter &amp;Name</translation>
    </message>
    <message>
        <source>Name shown</source>
        <translation>Angezeigter Name</translation>
    </message>
    <message>
        <source>Mail se&amp;rver</source>
        <translation>Mailse&amp;rver</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>En&amp;cryption</source>
        <translation>Vers&amp;chlüsselung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <translation>Ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Address for the test mail</source>
        <translation>Adresse für die Probe</translation>
    </message>
    <message>
        <source>test mail to …</source>
        <translation>Probe an …</translation>
    </message>
    <message>
        <source>Send a test mail</source>
        <translation>Probe senden</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Remove this account? What waits to be sent goes on waiting.</source>
        <translation>Dieses Konto entfernen? Was auf den Versand wartet, wartet weiter.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>&amp;Finished messages</source>
        <translation>Fert&amp;ige Nachrichten</translation>
    </message>
    <message>
        <source>How finished messages are sent</source>
        <translation>Wie fertige Nachrichten gehen</translation>
    </message>
    <message>
        <source>Da&amp;ily at</source>
        <translation>&amp;Täglich um</translation>
    </message>
    <message>
        <source>Time of the e-mail of the day</source>
        <translation>Uhrzeit der E-Mail des Tages</translation>
    </message>
    <message>
        <source>House &amp;address</source>
        <translation>A&amp;dresse des Hauses</translation>
    </message>
    <message>
        <source>Address for messages to the house</source>
        <translation>Adresse für Nachrichten an das Haus</translation>
    </message>
    <message>
        <source>Save how messa&amp;ges are sent</source>
        <translation>Nachrichtenversand sichern (&amp;L)</translation>
    </message>
    <message>
        <source>the client&apos;s name</source>
        <translation>der Name des Mandanten</translation>
    </message>
    <message>
        <source>empty where the server asks for none</source>
        <translation>leer, wo der Server keinen verlangt</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>All without an account of their own</source>
        <translation>Alle ohne eigenes Konto</translation>
    </message>
    <message>
        <source>kept; type only to change it</source>
        <translation>aufbewahrt; nur zum Ändern eintippen</translation>
    </message>
    <message>
        <source>Sending a test mail …</source>
        <translation>Die Probe wird gesendet …</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>kept; the desktop&apos;s key ring is locked</source>
        <translation>hinterlegt; der Schlüsselbund ist gesperrt</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::MainWindow</name>
    <message>
        <source>&amp;Seat</source>
        <translation>Arbeitsplat&amp;z</translation>
    </message>
    <message>
        <source>&amp;Pause / take calls</source>
        <translation>&amp;Pause / Anrufe annehmen</translation>
    </message>
    <message>
        <source>&amp;Open a client without a call …</source>
        <translation>Mandanten &amp;ohne Anruf öffnen …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>Colours of the &amp;desktop</source>
        <translation>Farben des &amp;Desktops</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start.</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Vorzimmer</source>
        <translation>&amp;Über Vorzimmer</translation>
    </message>
    <message>
        <source>About Vorzimmer</source>
        <translation>Über Vorzimmer</translation>
    </message>
    <message>
        <source>Vorzimmer %1
Reception console for virtual secretaries.
Free software under the GNU GPL, version 3 or later.</source>
        <translation>Vorzimmer %1
Telefonkonsole für virtuelle Sekretariate.
Freie Software unter der GNU GPL, Version 3 oder später.</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>&amp;Themen</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Ausgang</translation>
    </message>
    <message>
        <source>Set-&amp;up</source>
        <translation>Ein&amp;richtung</translation>
    </message>
    <message>
        <source>So&amp;und …</source>
        <translation>&amp;Ton …</translation>
    </message>
    <message>
        <source>Tele&amp;phone lines</source>
        <translation>Tele&amp;fonleitungen</translation>
    </message>
    <message>
        <source>Opening hours and &amp;rules</source>
        <translation>Öffnungszeiten und &amp;Regeln</translation>
    </message>
    <message>
        <source>Appo&amp;intments</source>
        <translation>Ter&amp;mine</translation>
    </message>
    <message>
        <source>&amp;Calendars</source>
        <translation>&amp;Kalender</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>E-&amp;Mail</translation>
    </message>
    <message>
        <source>P&amp;eople and plan</source>
        <translation>&amp;Personen und Planung</translation>
    </message>
    <message>
        <source>Message &amp;forms</source>
        <translation>Nachrichtenf&amp;ormulare</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <translation>Fragen und Ant&amp;worten</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::MessageForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Compan&amp;y</source>
        <translation>Fi&amp;rma</translation>
    </message>
    <message>
        <source>Call-&amp;back number</source>
        <translation>Rü&amp;ckrufnummer</translation>
    </message>
    <message>
        <source>Conc&amp;ern</source>
        <translation>An&amp;liegen</translation>
    </message>
    <message>
        <source>Fo&amp;r whom</source>
        <translation>Empfän&amp;ger</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Urgent</source>
        <translation>&amp;Dringend</translation>
    </message>
    <message>
        <source>Please call bac&amp;k</source>
        <translation>Bitte z&amp;urückrufen</translation>
    </message>
    <message>
        <source>Will call &amp;again</source>
        <translation>Ruft n&amp;ochmals an</translation>
    </message>
    <message>
        <source>&amp;For information</source>
        <translation>Zur &amp;Kenntnis</translation>
    </message>
    <message>
        <source>Finish – to the topic list</source>
        <translation>Fertig – auf die Themenliste</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
    <message>
        <source>✓ Draft saved %1</source>
        <translation>✓ Entwurf gesichert %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>✓ The note is on file and goes to the topic list.</source>
        <translation>✓ Die Notiz ist abgelegt und geht auf die Themenliste.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::NewsBanner</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Changed since you last answered here: %1</source>
        <translation>Geändert, seit Sie hier zuletzt abgenommen haben: %1</translation>
    </message>
    <message>
        <source>Changed since you last answered here</source>
        <translation>Geändert, seit Sie hier zuletzt abgenommen haben</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Topic &amp;lists</source>
        <translation>Themen&amp;listen</translation>
    </message>
    <message>
        <source>Topic lists</source>
        <translation>Themenlisten</translation>
    </message>
    <message>
        <source>Decide conflicts</source>
        <translation>Konflikte entscheiden</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>&amp;Not yet confirmed</source>
        <translation>&amp;Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Not yet confirmed</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Nothing waits: the other side has confirmed everything.</source>
        <translation>Nichts wartet: Die andere Seite hat alles bestätigt.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Keep it waiting</source>
        <translation>Weiter warten lassen</translation>
    </message>
    <message>
        <source>Give &amp;up …</source>
        <translation>A&amp;ufgeben …</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Nochmals &amp;versuchen</translation>
    </message>
    <message>
        <source>Give this change up? The other side&apos;s values are taken; what was written here stays in the history.</source>
        <translation>Diese Änderung aufgeben? Es gilt dann, was die andere Seite hat; was hier geschrieben wurde, bleibt im Verlauf.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::PeoplePane</name>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>No people are on file for this house. Take a message; the supervisor adds people in the set-up.</source>
        <translation>Für dieses Haus sind keine Personen hinterlegt. Nehmen Sie eine Notiz auf; die Leitung trägt Personen in der Einrichtung ein.</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::PresenceDialog</name>
    <message>
        <source>State of somebody</source>
        <translation>Status einer Person</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>Status von %1</translation>
    </message>
    <message>
        <source>15:00, Monday, 2 h; empty: no end</source>
        <translation>15:00, Montag, 2 Std; leer: ohne Ende</translation>
    </message>
    <message>
        <source>for the secretary, such as: in a meeting</source>
        <translation>für die Sekretärin, etwa: in einer Besprechung</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>available</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>Can be reached from now on.</source>
        <translation>Ist ab jetzt erreichbar.</translation>
    </message>
    <message>
        <source>The end is not understood, or it is past. Write 15:00, Monday, Mon 9:00, 24 Dec or 2 h.</source>
        <translation>Das Ende wird nicht verstanden oder ist vorbei. Schreiben Sie 15:00, Montag, Mo 9:00, 24.12. oder 2 Std.</translation>
    </message>
    <message>
        <source>Holds until somebody says otherwise.</source>
        <translation>Gilt, bis jemand etwas anderes sagt.</translation>
    </message>
    <message>
        <source>Counts as available again: %1</source>
        <translation>Gilt wieder als erreichbar: %1</translation>
    </message>
    <message>
        <source>%1 – now: %2</source>
        <translation>%1 – jetzt: %2</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::PresenceMenu</name>
    <message>
        <source>State of %1</source>
        <translation>Status von %1</translation>
    </message>
    <message>
        <source>Something &amp;else …</source>
        <translation>&amp;Etwas anderes …</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ProblemPage</name>
    <message>
        <source>There is no bureau here yet</source>
        <translation>Hier gibt es noch kein Büro</translation>
    </message>
    <message>
        <source>The bureau cannot be opened</source>
        <translation>Das Büro lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Make an empty one with “vorzimmer-ctl init”, look at the demo with “vorzimmer --demo”, or name another folder with --data.</source>
        <translation>Legen Sie mit „vorzimmer-ctl init“ ein leeres an, sehen Sie sich mit „vorzimmer --demo“ die Vorführung an oder nennen Sie mit --data einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::PutThroughForm</name>
    <message>
        <source>Put thro&amp;ugh to</source>
        <translation>D&amp;urchstellen an</translation>
    </message>
    <message>
        <source>Nobody has a number on file. Enter one at the right, or take a message.</source>
        <translation>Niemand hat eine Nummer hinterlegt. Geben Sie rechts eine ein oder nehmen Sie eine Notiz auf.</translation>
    </message>
    <message>
        <source>Another num&amp;ber</source>
        <translation>An&amp;dere Nummer</translation>
    </message>
    <message>
        <source>Put through now</source>
        <translation>Jetzt durchstellen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Go on to further numbers and deputies</source>
        <translation>Weitere Nummern und Vertretungen versuchen</translation>
    </message>
    <message>
        <source>Announce first</source>
        <translation>Erst ankündigen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>This number is forwarded to this desk: the caller would ring here again.</source>
        <translation>Diese Nummer ist hierher umgeleitet: Der Anrufer würde wieder hier klingeln.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::QuestionFields</name>
    <message>
        <source>%1 *</source>
        <comment>a question that must be answered</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1 (must be answered)</source>
        <translation>%1 (muss beantwortet werden)</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReceptionPage</name>
    <message>
        <source>The call is still on. Hang up first (F4).</source>
        <translation>Das Gespräch läuft noch. Legen Sie zuerst auf (F4).</translation>
    </message>
    <message>
        <source>The note is not finished. Finish it with Ctrl+Enter; until then it waits on the left.</source>
        <translation>Die Notiz ist nicht fertig. Schließen Sie sie mit Strg+Eingabe ab; bis dahin wartet sie links.</translation>
    </message>
    <message>
        <source>The telephone line is down: calls do not arrive at this seat. It is tried again by itself.</source>
        <translation>Die Telefonleitung ist ausgefallen: An diesem Platz kommen keine Anrufe an. Sie wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Keys can be sent while you speak with somebody, if the telephone line can do it.</source>
        <translation>Tasten lassen sich während eines Gesprächs senden, wenn die Leitung das kann.</translation>
    </message>
    <message>
        <source>An e-mail was not delivered. The outbox tells which, and why (Ctrl+Shift+O).</source>
        <translation>Eine E-Mail wurde nicht zugestellt. Der Ausgang sagt, welche und warum (Strg+Umschalt+O).</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::RecommendationBar</name>
    <message>
        <source>C&amp;oncern</source>
        <translation>Anl&amp;iegen</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Recommended: %1</source>
        <translation>Empfohlen: %1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReleasesPage</name>
    <message>
        <source>Released times</source>
        <translation>Freigegebene Zeiten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Re&amp;leased times</source>
        <translation>&amp;Freigegebene Zeiten</translation>
    </message>
    <message>
        <source>Nothing is released. Only what stands here can be given to callers: enter times on the right, or keep a calendar with free times and connect it.</source>
        <translation>Es ist nichts freigegeben. Nur was hier steht, kann an Anrufer vergeben werden: Tragen Sie rechts Zeiten ein, oder führen Sie einen Kalender mit freien Zeiten und verbinden Sie ihn.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;What for</source>
        <translation>&amp;Wofür</translation>
    </message>
    <message>
        <source>What the appointment is for</source>
        <translation>Wofür der Termin ist</translation>
    </message>
    <message>
        <source>With w&amp;hom</source>
        <translation>Bei we&amp;m</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Bei wem</translation>
    </message>
    <message>
        <source>C&amp;oncern (empty: any)</source>
        <translation>An&amp;liegen (leer: jedes)</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>&amp;Dauert</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Kept free b&amp;efore</source>
        <translation>Da&amp;vor frei</translation>
    </message>
    <message>
        <source>Minutes kept free before</source>
        <translation>Minuten, die davor frei bleiben</translation>
    </message>
    <message>
        <source>Kept free a&amp;fter</source>
        <translation>Dana&amp;ch frei</translation>
    </message>
    <message>
        <source>Minutes kept free after</source>
        <translation>Minuten, die danach frei bleiben</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>T&amp;imes</source>
        <translation>&amp;Uhrzeiten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>Weeks &amp;running</source>
        <translation>Wochen lan&amp;g</translation>
    </message>
    <message>
        <source>Weeks running</source>
        <translation>Wochen lang</translation>
    </message>
    <message>
        <source>Offered &amp;until</source>
        <translation>Angeboten &amp;bis</translation>
    </message>
    <message>
        <source>Offered until</source>
        <translation>Angeboten bis</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Keep as a kind</source>
        <translation>Als Terminart speichern</translation>
    </message>
    <message>
        <source>&amp;Kinds of appointments</source>
        <translation>Termin&amp;arten</translation>
    </message>
    <message>
        <source>Kinds of appointments</source>
        <translation>Terminarten</translation>
    </message>
    <message>
        <source>Remo&amp;ve kind</source>
        <translation>Terminart &amp;entfernen</translation>
    </message>
    <message>
        <source>9:00 9:30 10:00</source>
        <translation>9:00 9:30 10:00</translation>
    </message>
    <message>
        <source>never</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>You release on behalf of %1; that is written down.</source>
        <translation>Sie geben im Auftrag von %1 frei; das wird festgehalten.</translation>
    </message>
    <message>
        <source>This time is booked. Cancel the appointment first.</source>
        <translation>Dieser Termin ist vergeben. Sagen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message numerus="yes">
        <source>Released: %n time(s).</source>
        <translation>
            <numerusform>Freigegeben: %n Zeit.</numerusform>
            <numerusform>Freigegeben: %n Zeiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept as a kind of appointment: %1.</source>
        <translation>Als Terminart gespeichert: %1.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReviewDelegate</name>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReviewPage</name>
    <message>
        <source>Search notes</source>
        <translation>Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Search name, company, concern or text</source>
        <translation>Name, Firma, Anliegen oder Text suchen</translation>
    </message>
    <message>
        <source>&amp;New only</source>
        <translation>Nur &amp;neue</translation>
    </message>
    <message>
        <source>&amp;Open only</source>
        <translation>Nur &amp;offene</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Anrufnotizen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Comments so far</source>
        <translation>Bisherige Kommentare</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Ihr Kommentar</translation>
    </message>
    <message>
        <source>Ask back, correct or instruct …</source>
        <translation>Nachfragen, berichtigen oder anweisen …</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentieren</translation>
    </message>
    <message>
        <source>Mark as n&amp;ew</source>
        <translation>Als n&amp;eu markieren</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Erledigt</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n note(s)</source>
        <translation>
            <numerusform>die neueste Notiz</numerusform>
            <numerusform>die neuesten %n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>No note matches</source>
        <translation>Keine Notiz passt</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>Noch keine Notizen</translation>
    </message>
    <message>
        <source>Search for fewer letters, or clear the filters above.</source>
        <translation>Suchen Sie mit weniger Buchstaben oder heben Sie die Filter oben auf.</translation>
    </message>
    <message>
        <source>As soon as the secretary finishes a note about a call for you, it appears here.</source>
        <translation>Sobald die Sekretärin eine Notiz zu einem Anruf für Sie abschließt, erscheint sie hier.</translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation>&amp;Wieder öffnen</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>aufgenommen von %1</translation>
    </message>
    <message>
        <source>on the shared list</source>
        <translation>auf der gemeinsamen Liste</translation>
    </message>
    <message>
        <source>waiting for the shared list</source>
        <translation>wartet auf die gemeinsame Liste</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::RuleDialog</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>&amp;Name of the rule</source>
        <translation>&amp;Name der Regel</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>&amp;Condition</source>
        <translation>&amp;Bedingung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Welche</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>How to put through</source>
        <translation>Wie durchgestellt wird</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>W&amp;hom, in this order</source>
        <translation>W&amp;en, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>Add &amp;person</source>
        <translation>&amp;Person hinzufügen</translation>
    </message>
    <message>
        <source>Whom to try</source>
        <translation>Wer versucht wird</translation>
    </message>
    <message>
        <source>Whoever is on call &amp;first</source>
        <translation>&amp;Zuerst, wer Bereitschaft hat</translation>
    </message>
    <message>
        <source>&amp;Questions to be asked (a semicolon between them)</source>
        <translation>&amp;Fragen, die gestellt werden (mit Semikolon getrennt)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>E-&amp;mail address (empty: the concern’s)</source>
        <translation>E-&amp;Mail-Adresse (leer: die des Anliegens)</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Words to read al&amp;oud</source>
        <translation>&amp;Satz zum Vorlesen</translation>
    </message>
    <message>
        <source>Words to read aloud</source>
        <translation>Satz zum Vorlesen</translation>
    </message>
    <message>
        <source>&amp;Kind of appointment (empty: any)</source>
        <translation>&amp;Art des Termins (leer: jede)</translation>
    </message>
    <message>
        <source>Kind of appointment</source>
        <translation>Art des Termins</translation>
    </message>
    <message>
        <source>&amp;Remark for the secretary</source>
        <translation>Beme&amp;rkung für die Sekretärin</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Put through</source>
        <translation>Durchstellen</translation>
    </message>
    <message>
        <source>Take a message</source>
        <translation>Nachricht aufnehmen</translation>
    </message>
    <message>
        <source>Refer to e-mail</source>
        <translation>Auf E-Mail verweisen</translation>
    </message>
    <message>
        <source>Offer an appointment</source>
        <translation>Termin anbieten</translation>
    </message>
    <message>
        <source>Decline politely</source>
        <translation>Höflich ablehnen</translation>
    </message>
    <message>
        <source>as the secretary likes</source>
        <translation>wie die Sekretärin möchte</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>angekündigt</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>“%1” is not understood here.</source>
        <translation>„%1“ wird hier nicht verstanden.</translation>
    </message>
    <message>
        <source>somebody who is no longer there</source>
        <translation>jemand, den es dort nicht mehr gibt</translation>
    </message>
    <message>
        <source>Give the rule a name: it stands with each call that it decides.</source>
        <translation>Geben Sie der Regel einen Namen: Er steht bei jedem Anruf, den sie entscheidet.</translation>
    </message>
    <message>
        <source>&amp;Then do</source>
        <translation>&amp;Dann</translation>
    </message>
    <message>
        <source>Mann&amp;er</source>
        <translation>W&amp;ie</translation>
    </message>
    <message>
        <source>Priorit&amp;y</source>
        <translation>&amp;Vorrang</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ScreeningPage</name>
    <message>
        <source>Set-up: opening hours and rules</source>
        <translation>Einrichtung: Öffnungszeiten und Regeln</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Opening hours</source>
        <translation>&amp;Öffnungszeiten</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Public holidays o&amp;f</source>
        <translation>&amp;Feiertage von</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Feiertage von</translation>
    </message>
    <message>
        <source>&amp;Rules, the first one wins</source>
        <translation>&amp;Regeln, die erste gilt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
    <message>
        <source>What if …</source>
        <translation>Was wäre, wenn …</translation>
    </message>
    <message>
        <source>&amp;Caller</source>
        <translation>Anr&amp;ufer</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>Anl&amp;iegen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>Wan&amp;n</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>The last calls</source>
        <translation>Die letzten Anrufe</translation>
    </message>
    <message>
        <source>Play them again</source>
        <translation>Noch einmal entscheiden</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>What would have been otherwise</source>
        <translation>Was anders gekommen wäre</translation>
    </message>
    <message>
        <source>What was chan&amp;ged</source>
        <translation>Was geän&amp;dert wurde</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Last day of the rule</source>
        <translation>Letzter Tag der Regel</translation>
    </message>
    <message>
        <source>for whoever reads it later</source>
        <translation>für alle, die es später lesen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Saved as version %1. It counts from the next call on.</source>
        <translation>Als Version %1 gespeichert. Sie gilt ab dem nächsten Anruf.</translation>
    </message>
    <message>
        <source>Somebody else saved other rules meanwhile. Leave this page and open it again; your changes are still here to be read.</source>
        <translation>Inzwischen hat jemand andere Regeln gespeichert. Verlassen Sie diese Seite und öffnen Sie sie erneut; Ihre Änderungen stehen zum Nachlesen noch hier.</translation>
    </message>
    <message>
        <source>Not saved: mend what stands below the rules first.</source>
        <translation>Nicht gespeichert: Beheben Sie zuerst, was unter den Regeln steht.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>on public holidays as on any other day</source>
        <translation>an Feiertagen wie an jedem anderen Tag</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Verstanden: %1</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Vorrang %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a rule, what was missing</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nearly: %1</source>
        <translation>Beinahe: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) decided anew, </source>
        <translation>
            <numerusform>Ein Anruf neu entschieden, </numerusform>
            <numerusform>%n Anrufe neu entschieden, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them otherwise:</source>
        <translation>
            <numerusform>einer davon anders:</numerusform>
            <numerusform>%n davon anders:</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown caller</source>
        <translation>unbekannter Anrufer</translation>
    </message>
    <message>
        <source>%1, %2: %3 – before: %4</source>
        <comment>moment, caller, advice</comment>
        <translation>%1, %2: %3 – vorher: %4</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your changes are not saved. Esc once more leaves them; Ctrl+Enter saves them.</source>
        <translation>Ihre Änderungen sind nicht gespeichert. Noch einmal Esc verwirft sie; Strg+Enter speichert sie.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SetupPage</name>
    <message>
        <source>Set-up: shared topic lists</source>
        <translation>Einrichtung: gemeinsame Themenlisten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>C&amp;lients</source>
        <translation>A&amp;uftraggeber</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Where the list is &amp;kept</source>
        <translation>Wo die Liste &amp;liegt</translation>
    </message>
    <message>
        <source>Where the list is kept</source>
        <translation>Wo die Liste liegt</translation>
    </message>
    <message>
        <source>&amp;Disconnect …</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Keep connected</source>
        <translation>Verbunden lassen</translation>
    </message>
    <message>
        <source>What this list can and cannot do</source>
        <translation>Was diese Liste kann und was nicht</translation>
    </message>
    <message>
        <source>Trying the list out …</source>
        <translation>Die Liste wird getestet …</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Disconnecting …</source>
        <translation>Verbindung wird getrennt …</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Disconnected. The topics stay here and on the list; neither side hears of the other&apos;s changes any more.</source>
        <translation>Getrennt. Die Themen bleiben hier und auf der Liste; keine Seite erfährt mehr von Änderungen der anderen.</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>durchgestellt</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>keine Liste</translation>
    </message>
    <message>
        <source>kept; type only to change it</source>
        <translation>hinterlegt; nur zum Ändern eingeben</translation>
    </message>
    <message>
        <source>empty where the server asks for none</source>
        <translation>leer, wenn der Server keines verlangt</translation>
    </message>
    <message>
        <source>Disconnect this list? Nothing is deleted on either side. What was not sent yet stays here, and the access is forgotten.</source>
        <translation>Diese Liste trennen? Auf keiner Seite wird etwas gelöscht. Was noch nicht gesendet wurde, bleibt hier; der Zugang wird vergessen.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SidePages</name>
    <message>
        <source>Notes are searched within one client: open a call first.</source>
        <translation>Notizen werden innerhalb eines Mandanten gesucht: Öffnen Sie zuerst einen Anruf.</translation>
    </message>
    <message>
        <source>Topics belong to one client: open a call first.</source>
        <translation>Themen gehören zu einem Mandanten: Öffnen Sie zuerst einen Anruf.</translation>
    </message>
    <message>
        <source>Opening hours and rules belong to one client: open a call, or a client without one (Ctrl+T).</source>
        <translation>Öffnungszeiten und Regeln gehören zu einem Mandanten: Öffnen Sie einen Anruf oder einen Mandanten ohne Anruf (Strg+T).</translation>
    </message>
    <message>
        <source>An appointment that was noted has come to nothing. There is a task to call back (F9).</source>
        <translation>Ein vorgemerkter Termin ist nicht zustande gekommen. Es gibt eine Aufgabe zum Zurückrufen (F9).</translation>
    </message>
    <message>
        <source>Appointments belong to one client: open a call first.</source>
        <translation>Termine gehören zu einem Mandanten: Öffnen Sie zuerst einen Anruf.</translation>
    </message>
    <message>
        <source>People and plan belong to one client: open a call first.</source>
        <translation>Personen und Planung gehören zu einem Mandanten: Öffnen Sie zuerst einen Anruf.</translation>
    </message>
    <message>
        <source>Message forms belong to one client: open a call, or a client without one (Ctrl+T).</source>
        <translation>Nachrichtenformulare gehören zu einem Mandanten: Öffnen Sie einen Anruf oder einen Mandanten ohne Anruf (Strg+T).</translation>
    </message>
    <message>
        <source>Questions and answers belong to one client: open a call first.</source>
        <translation>Fragen und Antworten gehören zu einem Mandanten: Öffnen Sie zuerst einen Anruf.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SignInPage</name>
    <message>
        <source>Sign in to your seat.</source>
        <translation>Melden Sie sich an Ihrem Platz an.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Demo bureau: anna and jonas answer the telephone, petra supervises, feld is a client. The password of each is “%1”.</source>
        <translation>Vorführbüro: anna und jonas nehmen Anrufe an, petra leitet, feld ist Mandant. Das Passwort lautet jeweils „%1“.</translation>
    </message>
    <message>
        <source>Name or password is wrong. Please try again.</source>
        <translation>Name oder Passwort ist falsch. Bitte versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SlotsPane</name>
    <message>
        <source>The house has released no times for the next 14 days. Offer no appointment; take a message instead.</source>
        <translation>Das Haus hat für die nächsten 14 Tage keine Zeiten freigegeben. Bieten Sie keinen Termin an; nehmen Sie stattdessen eine Notiz auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n frei</numerusform>
            <numerusform>%n frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookable &amp;dates</source>
        <translation>Buchbare &amp;Termine</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SoundDialog</name>
    <message>
        <source>Sound at this computer</source>
        <translation>Ton an diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Hear and speak calls at this computer</source>
        <translation>&amp;Gespräche an diesem Rechner führen</translation>
    </message>
    <message>
        <source>Hear and speak calls at this computer</source>
        <translation>Gespräche an diesem Rechner führen</translation>
    </message>
    <message>
        <source>Otherwise the telephone on the desk carries the voice. A change takes effect when you sign in next.</source>
        <translation>Sonst trägt das Telefon auf dem Tisch die Stimme. Eine Änderung gilt ab der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>How loud the microphone is</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <source>&amp;Loudspeaker</source>
        <translation>&amp;Lautsprecher</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>How loud the loudspeaker is</source>
        <translation>Pegel des Lautsprechers</translation>
    </message>
    <message>
        <source>&amp;Ringing</source>
        <translation>&amp;Klingeln</translation>
    </message>
    <message>
        <source>Where calls ring</source>
        <translation>Wo Anrufe klingeln</translation>
    </message>
    <message>
        <source>&amp;Notice during a call</source>
        <translation>&amp;Hinweis im Gespräch</translation>
    </message>
    <message>
        <source>Where a second call gives notice</source>
        <translation>Wo ein zweiter Anruf sich meldet</translation>
    </message>
    <message>
        <source>Play a &amp;tone</source>
        <translation>&amp;Ton abspielen</translation>
    </message>
    <message>
        <source>Play a tone</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Hear m&amp;yself</source>
        <translation>Mich &amp;selbst hören</translation>
    </message>
    <message>
        <source>Hear myself</source>
        <translation>Mich selbst hören</translation>
    </message>
    <message>
        <source>As the desktop chooses</source>
        <translation>Wie der Desktop vorgibt</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Kein Gerät</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht angeschlossen)</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SpellingBoard</name>
    <message>
        <source>Spelled: %1</source>
        <translation>Buchstabiert: %1</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::StatusLine</name>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>F1 Keys</source>
        <translation>F1 Tasten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gesichert %1</translation>
    </message>
    <message>
        <source>Draft not saved; tried again by itself</source>
        <translation>Entwurf nicht gesichert; wird von selbst wiederholt</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What waits for the topic lists (Ctrl+Shift+O)</source>
        <translation>Was auf die Themenlisten wartet (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Send the topic list&apos;s waiting changes now</source>
        <translation>Wartende Änderungen der Themenliste jetzt senden</translation>
    </message>
    <message>
        <source>Show what waits for the topic lists</source>
        <translation>Zeigen, was auf die Themenlisten wartet</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TenantStrip</name>
    <message>
        <source>No call on the screen</source>
        <translation>Kein Gespräch auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Answer as: %1</source>
        <translation>Sie melden sich als: %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Local time %1</source>
        <translation>Ortszeit %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>This seat takes calls. Press to pause.</source>
        <translation>Dieser Platz nimmt Anrufe an. Drücken Sie für eine Pause.</translation>
    </message>
    <message>
        <source>This seat takes no calls. Press to take calls again.</source>
        <translation>Dieser Platz nimmt keine Anrufe an. Drücken Sie, um wieder anzunehmen.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TonePad</name>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>For a voice menu: type the digits, * or #. Each is sent at once.</source>
        <translation>Für ein Sprachmenü: Ziffern, * oder # tippen. Jede Taste wird sofort gesendet.</translation>
    </message>
    <message>
        <source>Keys sent</source>
        <translation>Gesendete Tasten</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TopicPane</name>
    <message>
        <source>Note of the call</source>
        <translation>Notiz des Anrufs</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Stand</translation>
    </message>
    <message>
        <source>&amp;For whom</source>
        <translation>&amp;Für wen</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>Fäll&amp;ig</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>V&amp;orrang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation>Text des Themas</translation>
    </message>
    <message>
        <source>What is known, what is to be done</source>
        <translation>Was bekannt ist, was zu tun ist</translation>
    </message>
    <message>
        <source>Comments and history</source>
        <translation>Kommentare und Verlauf</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Ihr Kommentar</translation>
    </message>
    <message>
        <source>Ask back, correct or instruct …</source>
        <translation>Nachfragen, berichtigen oder anweisen …</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Comments (%1)</source>
        <translation>Kommentare (%1)</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>refused by the other side</source>
        <translation>von der anderen Seite abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet synced</source>
        <translation>
            <numerusform>%n Änderung noch nicht abgeglichen</numerusform>
            <numerusform>%n Änderungen noch nicht abgeglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>on the shared list</source>
        <translation>auf der gemeinsamen Liste</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message numerus="yes">
        <source>Both sides changed %n field(s) differently. Nothing is lost; decide what holds.</source>
        <translation>
            <numerusform>Beide Seiten haben %n Feld verschieden geändert. Nichts ist verloren; entscheiden Sie, was gilt.</numerusform>
            <numerusform>Beide Seiten haben %n Felder verschieden geändert. Nichts ist verloren; entscheiden Sie, was gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>A topic needs a title; the old one is kept until there is one.</source>
        <translation>Ein Thema braucht einen Titel; bis dahin bleibt der alte.</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message numerus="yes">
        <source>%n decided conflict(s) can still be taken back.</source>
        <translation>
            <numerusform>%n entschiedener Konflikt lässt sich noch zurücknehmen.</numerusform>
            <numerusform>%n entschiedene Konflikte lassen sich noch zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TopicsPage</name>
    <message>
        <source>Search topics</source>
        <translation>Themen suchen</translation>
    </message>
    <message>
        <source>Search topics (Ctrl+F)</source>
        <translation>Themen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Which topics</source>
        <translation>Welche Themen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>Group topics by</source>
        <translation>Themen gruppieren nach</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Open topics</source>
        <translation>Offene Themen</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>With conflict</source>
        <translation>Mit Konflikt</translation>
    </message>
    <message>
        <source>Not yet synced</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n topic(s)</source>
        <translation>
            <numerusform>das neueste Thema</numerusform>
            <numerusform>die neuesten %n Themen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Thema</numerusform>
            <numerusform>%n Themen</numerusform>
        </translation>
    </message>
    <message>
        <source>No topic matches. Search for fewer letters, or choose “All topics”.</source>
        <translation>Kein Thema passt. Suchen Sie nach weniger Buchstaben oder wählen Sie „Alle Themen“.</translation>
    </message>
    <message>
        <source>No open topics. Every finished note becomes one; Ctrl+N writes one by hand.</source>
        <translation>Keine offenen Themen. Jede fertige Notiz wird eines; Strg+N schreibt eines von Hand.</translation>
    </message>
    <message>
        <source>This topic is no longer in the list. Your words are kept here as a new topic.</source>
        <translation>Dieses Thema ist nicht mehr in der Liste. Ihre Worte sind hier als neues Thema aufgehoben.</translation>
    </message>
    <message>
        <source>“%1” is deleted. Ctrl+Z brings it back.</source>
        <translation>„%1“ ist gelöscht. Strg+Z holt es zurück.</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TransferPane</name>
    <message>
        <source>Connect both</source>
        <translation>Beide verbinden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Speak with the caller</source>
        <translation>Mit dem Anrufer sprechen</translation>
    </message>
    <message>
        <source>Try the next number</source>
        <translation>Nächste Nummer</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Give up, back to the caller</source>
        <translation>Abbrechen, zurück zum Anrufer</translation>
    </message>
    <message>
        <source>Putting through</source>
        <translation>Durchstellen</translation>
    </message>
    <message>
        <source>Speak with the house</source>
        <translation>Mit dem Haus sprechen</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Hang up both</source>
        <translation>Beide trennen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whom, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::VisitDialog</name>
    <message>
        <source>Open a client without a call</source>
        <translation>Mandanten ohne Anruf öffnen</translation>
    </message>
    <message>
        <source>Your reason is kept in the audit trail, together with your name and the time.</source>
        <translation>Ihr Grund wird mit Ihrem Namen und der Uhrzeit im Prüfprotokoll festgehalten.</translation>
    </message>
    <message>
        <source>C&amp;lient</source>
        <translation>&amp;Mandant</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>for example: new opening hours agreed on the telephone</source>
        <translation>zum Beispiel: neue Öffnungszeiten telefonisch vereinbart</translation>
    </message>
</context>
</TS>

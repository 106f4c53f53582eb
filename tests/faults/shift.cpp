// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/shift.h"

#include "core/services/house/accounts.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/database.h"
#include "core/vault/vault_file.h"
#include "tests/faults/child.h"
#include "tests/faults/oracle.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

QString savedLine(const char *what, const Kept<Person> &person)
{
    return u"%1\t%2\t%3\t%4"_s.arg(QLatin1String(what), person.value.number, person.value.givenName).arg(person.version);
}

/// A colleague with a password, written into the header beside the work.
void giveKey(OpenHostel &hostel, const QString &name, const Say &say)
{
    const QString password = u"lantern-anvil-harbour-morning"_s;
    const auto member = hostel.services().records.add(Staff{.name = name, .role = Role::SupportWorker});
    if (member && hostel.services().accounts.give(*member, password))
        say(u"key\t"_s + name + u'\t' + password);
}

HostelImage madeHostel(const QStringList &tags)
{
    TestHostel made;
    made.hostel.reset();
    made.file.reset();
    Ledger ledger;
    for (const QString &tag : tags)
        workShift(made.path, tag, [&](const QString &line) { ledger.note(line); });
    REQUIRE(ledger.size() > tags.size());
    REQUIRE(ledger.complaints.isEmpty());
    return HostelImage::readFrom(made.path, ledger);
}

} // namespace

Person personOf(const QString &word, qint64 version)
{
    const QMap<QString, QString> fields = fieldsOf(word, version);
    Person person;
    person.givenName = fields.value(u"given_name"_s);
    person.familyName = fields.value(u"family_name"_s);
    person.telephone = fields.value(u"telephone"_s);
    person.conditions = fields.value(u"conditions"_s);
    return person;
}

Stay stayOf(const QString &word, QDate referred)
{
    Stay stay;
    stay.referredOn = referred;
    stay.leavingNotes = referrerOf(word);
    return stay;
}

Result<Kept<Person>> Shift::takeIn(const QString &word)
{
    auto taken = m_services.people.takeIn(personOf(word, 1), stayOf(word, m_services.records.today()));
    if (taken)
        m_say(savedLine("saved", *taken));
    return taken;
}

bool Shift::amend(Kept<Person> &person)
{
    Kept<Person> edited = person;
    const Person wanted = personOf(person.value.givenName, person.version + 1);
    edited.value.telephone = wanted.telephone;
    edited.value.conditions = wanted.conditions;
    const auto kept = m_services.records.amend(edited);
    if (!kept)
        return false;
    person = *kept;
    m_say(savedLine("saved", person));
    return true;
}

bool Shift::withdraw(const Kept<Person> &person)
{
    if (!m_services.records.withdraw(recordType<Person>(), person.id.value, person.version, u"somebody else"_s))
        return false;
    Kept<Person> gone = person;
    ++gone.version;
    m_say(savedLine("withdrawn", gone));
    return true;
}

bool Shift::keepDraft(const QString &place, const QString &text)
{
    const QJsonObject content{{u"text"_s, text}};
    if (!m_services.drafts.keep({.kind = place}, content))
        return false;
    m_say(u"draft\t"_s + place + u'\t' + QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact)));
    return true;
}

bool Shift::discardDraft(const QString &place)
{
    m_say(u"discarding\t"_s + place);
    // One whose keeping failed may be in the log all the same: discarding nothing confirms nothing.
    const bool wasThere = !m_services.drafts.at({.kind = place}).isEmpty();
    if (!m_services.drafts.discard({.kind = place}))
        return false;
    if (wasThere)
        m_say(u"discarded\t"_s + place);
    return true;
}

void Shift::lookFor(const QString &word)
{
    const auto found = m_services.finding.find(word);
    if (found && found->isEmpty())
        m_say(u"wrong\tthe search for %1 answered that there is nobody"_s.arg(word));
}

void workShift(const QString &path, const QString &tag, const Say &say)
{
    const SetClock clock(kNow);
    const auto file = HostelFile::choose(path, clock);
    if (!file)
        return;
    const auto hostel = (*file)->signIn(kManager, kPassword);
    if (!hostel)
        return;
    Shift shift(**hostel, say);
    auto ben = shift.takeIn(tag + u"ben"_s);
    if (!ben) // once more, as anybody would
        ben = shift.takeIn(tag + u"benagain"_s);
    if (ben) {
        if (!shift.amend(*ben))
            shift.amend(*ben);
        shift.lookFor(ben->value.givenName);
    }
    shift.keepDraft(tag + u"note"_s, u"typed by "_s + tag);
    shift.keepDraft(tag + u"gone"_s, u"not wanted"_s);
    shift.discardDraft(tag + u"gone"_s);
    giveKey(**hostel, u"Night "_s + tag, say);
    if (const auto mistake = shift.takeIn(tag + u"mistake"_s))
        shift.withdraw(*mistake);
    (void)shift.takeIn(tag + u"rose"_s);
}

void workForEver(const QString &path, const QString &tag, const Say &say, uint seed)
{
    const SystemClock clock;
    const auto file = HostelFile::choose(path, clock);
    const auto hostel = file ? (*file)->signIn(kManager, kPassword) : Result<std::unique_ptr<OpenHostel>>(file.error());
    if (!hostel)
        return say(u"wrong\tnobody can sign in any more: error %1 %2"_s.arg(int(hostel.error().kind)).arg(hostel.error().detail));
    (*hostel)->checkpointInWorker();
    Shift shift(**hostel, say);
    QRandomGenerator random(seed);
    QList<Kept<Person>> here;
    for (int turn = 0;; ++turn) {
        const quint32 dice = random.bounded(10u);
        const QString place = u"%1place%2"_s.arg(tag).arg(random.bounded(3));
        if (dice < 4 || here.isEmpty()) {
            if (const auto taken = shift.takeIn(u"%1no%2"_s.arg(tag).arg(turn)))
                here.append(*taken);
        } else if (dice < 7) {
            shift.amend(here[random.bounded(int(here.size()))]);
        } else if (dice < 8) {
            shift.withdraw(here.takeAt(random.bounded(int(here.size()))));
        } else if (dice < 9) {
            shift.discardDraft(place);
        } else {
            say(u"discarding\t"_s + place); // what stood there may go, or the new text may
            shift.keepDraft(place, u"turn %1"_s.arg(turn));
        }
    }
}

void HostelImage::writeTo(const QString &path) const
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u".lock"_s})
        QFile::remove(path + suffix);
    QFile file(path);
    QFile journal(path + u"-wal"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(main) == main.size());
    if (log.isEmpty())
        return;
    REQUIRE(journal.open(QIODevice::WriteOnly));
    REQUIRE(journal.write(log) == log.size());
}

HostelImage HostelImage::readFrom(const QString &path, Ledger ledger)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QFile journal(path + u"-wal"_s);
    return {file.readAll(), journal.open(QIODevice::ReadOnly) ? journal.readAll() : QByteArray(), std::move(ledger)};
}

const HostelImage &closedHostel()
{
    static const HostelImage image = madeHostel({u"first"_s, u"second"_s, u"third"_s});
    REQUIRE(image.log.isEmpty());
    return image;
}

HostelImage leftOpen(const HostelImage &closed, const QString &tag)
{
    const Bench bench;
    Ledger ledger = bench.put(closed);
    Child child([&](const Say &say) {
        const SetClock clock(kNow);
        const auto file = HostelFile::choose(bench.path, clock);
        const auto hostel = (*file)->signIn(kManager, kPassword);
        Shift shift(**hostel, say);
        for (int i = 0; i < 6; ++i)
            if (auto taken = shift.takeIn(u"%1no%2"_s.arg(tag).arg(i)))
                shift.amend(*taken);
        ::_exit(0); // the file is never closed
    });
    for (const QString &line : child.ended())
        REQUIRE(ledger.note(line));
    HostelImage left = HostelImage::readFrom(bench.path, ledger);
    REQUIRE(left.log.size() > 4096);
    REQUIRE(left.ledger.size() > closed.ledger.size());
    REQUIRE(judge(bench.path, ledger).join(u'\n') == QString());
    return left;
}

const HostelImage &leftHostel()
{
    static const HostelImage image = leftOpen(closedHostel(), u"left"_s);
    return image;
}

const HostelImage &otherHostel()
{
    static const HostelImage image = madeHostel({u"other"_s});
    return image;
}

} // namespace keywork::test

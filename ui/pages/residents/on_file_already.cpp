// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/on_file_already.h"

#include "core/services/records/finding.h"
#include "core/services/services.h"
#include "ui/forms/record_form.h"
#include "ui/text/person_details.h"
#include "ui/widgets/text_button.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kTypingPauseMs = 150;
constexpr int kLookedUpAfterMs = 2000; // as for Ctrl+K: one row in the history for what was looked up, not for each key
} // namespace

OnFileAlready::OnFileAlready(const RecordForm *person, const Services &services, Offer offer, QWidget *parent)
    : Card(tr("On file already?"), {}, parent)
    , m_person(person)
    , m_services(services)
    , m_offer(offer)
{
    body()->addWidget(label(tr("Names that look or sound alike appear here while you type."), "soft", true));
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(kTypingPauseMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &OnFileAlready::look);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(kLookedUpAfterMs);
    connect(&m_idleTimer, &QTimer::timeout, this, &OnFileAlready::noteLooked);
    connect(person, &RecordForm::edited, this, [this] {
        m_lookTimer.start();
        m_idleTimer.start();
    });
}

void OnFileAlready::noteLooked()
{
    m_idleTimer.stop();
    const Row row = m_person->row();
    QStringList names{row.text(u"given_name"_s), row.text(u"preferred_name"_s), row.text(u"family_name"_s)};
    names.removeAll(QString());
    const QString typed = names.join(u' ');
    if (typed.trimmed().isEmpty() || typed == m_noted)
        return;
    m_noted = typed;
    Q_UNUSED(
        bool(m_services.finding.finished(typed, m_shown, Finding::Where::NearMatches))); // nobody who looks for somebody waits for the file
}

Result<QList<NearMatch>> OnFileAlready::matchesOf(const Row &row) const
{
    return m_services.people.nearMatches(
        row.text(u"given_name"_s), row.text(u"family_name"_s), row.text(u"born_on"_s), row.text(u"preferred_name"_s));
}

/// Whom to show, each with what tells them apart.
QHash<qint64, ResidentLine> OnFileAlready::linesOf(const QList<NearMatch> &matches) const
{
    QList<Id<Person>> people;
    for (const NearMatch &match : matches)
        people.append(match.person.id);
    QHash<qint64, ResidentLine> lines;
    const auto read = m_services.people.lines(people);
    for (const ResidentLine &line : read ? *read : QList<ResidentLine>())
        lines.insert(line.person.id.value, line);
    return lines;
}

QString OnFileAlready::likelyDouble(const Row &row) const
{
    auto matches = matchesOf(row);
    if (!matches)
        return {}; // whoever may not see who is on file is not told
    matches->removeIf([](const NearMatch &match) { return !match.isLikelyDouble; });
    QStringList sentences;
    const auto lines = linesOf(*matches);
    for (const NearMatch &match : *matches)
        if (const auto line = lines.constFind(match.person.id.value); line != lines.constEnd())
            sentences.append(tr("%1 is on file already: %2.", "%1 is somebody, %2 why they may be the same")
                                 .arg(words::personLine(*line), words::nearMatchReasons(match).join(u", "_s)));
    return sentences.join(u'\n');
}

void OnFileAlready::look()
{
    clear();
    const auto matches = matchesOf(m_person->row());
    m_shown = matches ? matches->size() : 0;
    if (!matches || matches->isEmpty()) {
        body()->addWidget(label(tr("Nobody with a name like this."), "soft", true));
        return;
    }
    const auto lines = linesOf(*matches);
    for (const NearMatch &match : *matches) {
        const auto line = lines.constFind(match.person.id.value);
        if (line == lines.constEnd())
            continue;
        if (m_offer == Offer::Open)
            addOpen(match, *line);
        else
            body()->addWidget(label(match.person.value.displayName(), "strong", true));
        body()->addWidget(label((words::personDetails(*line) + words::nearMatchReasons(match)).join(u" · "_s), "soft", true));
        if (m_offer == Offer::ThisIsThem && !match.isClosed) // a record that may not be opened is nobody's to take
            addThem(match, *line);
    }
}

void OnFileAlready::addOpen(const NearMatch &match, const ResidentLine &line)
{
    auto *open = new TextButton(match.person.value.displayName());
    open->setObjectName(u"nearMatch"_s);
    open->setAccessibleName(tr("Open %1").arg(words::personLine(line)));
    connect(open, &QPushButton::clicked, this, [this, id = match.person.id] { choose(id); });
    body()->addWidget(open);
}

void OnFileAlready::addThem(const NearMatch &match, const ResidentLine &line)
{
    auto *them = button(tr("This is them"), "link");
    them->setObjectName(u"thisIsThem"_s);
    them->setAccessibleName(tr("This is %1").arg(words::personLine(line)));
    // Later: whoever hears it takes this card away.
    connect(
        them, &QPushButton::clicked, this, [this, id = match.person.id] { choose(id); }, Qt::QueuedConnection);
    body()->addWidget(them);
}

void OnFileAlready::choose(Id<Person> person)
{
    noteLooked();
    Q_EMIT chosen(person);
}

} // namespace keywork

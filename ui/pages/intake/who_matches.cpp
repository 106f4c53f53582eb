// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/who_matches.h"

#include "ui/text/person_details.h"

using namespace Qt::StringLiterals;

namespace keywork {

WhoMatches::WhoMatches(const Services &services, QWidget *parent)
    : Card(tr("On file already?"), {}, parent)
    , m_services(services)
{
    body()->addWidget(label(tr("Names that look or sound alike appear here while you type."), "soft", true));
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &WhoMatches::showMatches);
}

void WhoMatches::lookFor(const Row &person)
{
    m_person = person;
    m_timer.start();
}

QList<WhoMatches::Match> WhoMatches::matchesOf(const Row &person) const
{
    const auto near = m_services.people.nearMatches(
        person.text(u"given_name"_s), person.text(u"family_name"_s), person.text(u"born_on"_s), person.text(u"preferred_name"_s));
    if (!near)
        return {}; // whoever may not see who is on file is not told
    QList<Match> matches;
    for (const NearMatch &match : *near)
        if (const auto line = m_services.people.line(match.person.id))
            matches.append({match, *line});
    return matches;
}

QString WhoMatches::likelyDouble(const Row &person) const
{
    QStringList sentences;
    for (const Match &one : matchesOf(person))
        if (one.match.isLikelyDouble)
            sentences.append(tr("%1 is on file already: %2.", "%1 is somebody, %2 why they may be the same")
                                 .arg(words::personLine(one.line), words::nearMatchReasons(one.match).join(u", "_s)));
    return sentences.join(u'\n');
}

void WhoMatches::showMatches()
{
    clear();
    const QList<Match> matches = matchesOf(m_person);
    if (matches.isEmpty())
        body()->addWidget(label(tr("Nobody with a name like this."), "soft", true));
    for (const Match &one : matches) {
        body()->addWidget(label(one.match.person.value.displayName(), "strong", true));
        body()->addWidget(label((words::personDetails(one.line) + words::nearMatchReasons(one.match)).join(u" · "_s), "soft", true));
        if (one.match.isClosed)
            continue; // their record may not be opened
        auto *them = button(tr("This is them"), "link");
        them->setObjectName(u"thisIsThem"_s);
        them->setAccessibleName(tr("This is %1").arg(words::personLine(one.line)));
        connect(
            them, &QPushButton::clicked, this, [this, id = one.match.person.id] { Q_EMIT chosen(id); }, Qt::QueuedConnection);
        body()->addWidget(them);
    }
}

} // namespace keywork

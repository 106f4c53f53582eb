// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/episode_card.h"

#include "core/domain/leaving_plan.h"
#include "core/services/care/treatment_picture.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_treatment.h"
#include "ui/widgets/flow_layout.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *lookOfState(TreatmentState state) { return state == TreatmentState::UnderWay ? "primary" : "neutral"; }

} // namespace

EpisodeCard::EpisodeCard(Id<Person> person, const Services &services, QWidget *parent)
    : Card({}, {}, parent)
    , m_person(person)
    , m_services(services)
{
    m_title = label({}, "cardTitle", true);
    m_title->setObjectName(u"episodeTitle"_s);
    m_soft = label({}, "soft", true);
    m_soft->setObjectName(u"episodeSoft"_s);
    body()->addWidget(m_title);
    body()->addWidget(m_soft);
    auto *lines = new QWidget;
    m_lines = new QVBoxLayout(lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    body()->addWidget(lines);
    addButtons();
    reload();
}

void EpisodeCard::addButtons()
{
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &words, const QString &name, const RecordType &type, auto which) {
        auto *made = button(words, "link");
        made->setObjectName(name);
        made->setEnabled(m_services.records.mayAdd(type));
        connect(
            made, &QPushButton::clicked, this,
            [this, which, table = QString::fromLatin1(type.table)] { Q_EMIT recordWanted(table, which(*this)); }, Qt::QueuedConnection);
        line->addWidget(made);
        return made;
    };
    m_open = add(
        tr("Open the episode"), u"openEpisode"_s, recordType<TreatmentEpisode>(), [](const EpisodeCard &card) { return card.m_shown; });
    add(tr("Discharge or release"), u"newLeaving"_s, recordType<LeavingPlan>(), [](const EpisodeCard &) { return qint64(0); });
    add(tr("New episode"), u"newEpisode"_s, recordType<TreatmentEpisode>(), [](const EpisodeCard &) { return qint64(0); });
    body()->addLayout(line);
}

void EpisodeCard::reload()
{
    emptyLayout(m_lines);
    const auto picture = treatmentPictureOf(m_services.records, m_person);
    if (!picture)
        return hide();
    if (parentWidget()) // without one it would be a window
        show();
    const bool isThere = picture->episode.has_value();
    m_shown = isThere ? picture->episode->id.value : 0;
    m_open->setVisible(isThere);
    m_title->setText(isThere ? tr("Episode: %1").arg(picture->agency) : tr("No treatment on record"));
    m_soft->setText(words::episodeSoft(*picture));
    m_soft->setVisible(!m_soft->text().isEmpty());
    if (!picture->parts.isEmpty())
        addParts(*picture);
    addWhatIsAhead(*picture);
    if (isThere || !picture->mayBeTold.isEmpty())
        say(words::mayBeToldSentence(picture->mayBeTold), "soft", u"mayBeTold"_s);
}

void EpisodeCard::addParts(const TreatmentPicture &picture)
{
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(12);
    table->setVerticalSpacing(6);
    table->setColumnStretch(0, 1);
    table->addWidget(label(tr("What"), "soft"), 0, 0);
    table->addWidget(label(tr("Since"), "soft"), 0, 1);
    int row = 1;
    for (const Kept<TreatmentPart> &part : picture.parts) {
        table->addWidget(label(words::labelFor(part.value.kind), "", true), row, 0, Qt::AlignTop);
        const QString since = part.value.since ? words::dayAndMonth(*part.value.since, m_services.records.today()) : u"–"_s;
        table->addWidget(label(since), row, 1, Qt::AlignTop);
        table->addWidget(chip(words::labelFor(part.value.state), lookOfState(part.value.state)), row, 2, Qt::AlignTop | Qt::AlignLeft);
        ++row;
    }
    m_lines->addLayout(table);
}

void EpisodeCard::addWhatIsAhead(const TreatmentPicture &picture)
{
    if (picture.nextReview)
        say(tr("Next review: %1.").arg(words::date(*picture.nextReview)), "", u"nextTreatmentReview"_s);
    for (const Kept<TreatmentPanel> &panel : picture.panels) {
        const QString what = words::labelFor(panel.value.kind).toLower();
        say(panel.value.panelOn ? tr("Panel for %1: %2.").arg(what, words::date(*panel.value.panelOn))
                                : tr("Panel for %1: no day yet.").arg(what),
            "", u"panelAhead"_s);
    }
    for (const LeavingDue &due : picture.leavings)
        say(words::leavingSentence(due), "strong", u"leavingDue"_s);
    if (picture.gp && picture.gp->warns()) {
        say(words::gpWarning(*picture.gp), "strong", u"gpWarning"_s);
        say(words::gpSource(), "soft", u"gpSource"_s);
    }
}

void EpisodeCard::say(const QString &sentence, const char *look, const QString &name)
{
    auto *made = label(breakable(sentence), look, true);
    made->setObjectName(name);
    m_lines->addWidget(made);
}

} // namespace keywork

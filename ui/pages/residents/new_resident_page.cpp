// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/new_resident_page.h"

#include "core/record/row_text.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/person_details.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kIdleMs = 2000; // as for Ctrl+K: one row in the history for what was looked up, not for each key
// What can wait until the first quiet talk.
const QStringList kLater{u"interpreter"_s, u"ethnicity"_s, u"nationality"_s, u"veteran"_s, u"care_leaver"_s, u"email"_s,
    u"national_insurance_number"_s, u"may_ring"_s, u"may_leave_message"_s, u"may_say_lives_here"_s, u"conditions"_s,
    u"blood_borne_viruses"_s, u"medicines"_s, u"entitlement"_s, u"benefits"_s, u"orientation"_s, u"religion"_s, u"disabilities"_s,
    u"pregnant"_s, u"sex_at_birth"_s, u"serious_illness_told"_s, u"serious_illness_wishes"_s, u"gp_registered"_s, u"gp_practice"_s,
    u"gp_telephone"_s};
const QStringList kLaterOfStay{u"room_since"_s, u"left_on"_s, u"leaving_reason"_s, u"destination"_s, u"leaving_notes"_s};
} // namespace

NewResidentPage::NewResidentPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 16, 20, 20);
    auto *layout = columnsOrRows(14);
    whole->addLayout(layout);
    Row stayStart = emptyRow(recordType<Stay>());
    stayStart.set(u"referred_on"_s, services.records.today().toString(Qt::ISODate));
    stayStart.set(u"decision"_s, QString::fromLatin1(codeOf(ReferralDecision::Waiting)));
    stayStart.set(u"person_id"_s, QVariant());
    m_stayForm = new RecordForm(recordType<Stay>(), services, kLaterOfStay);
    m_stayForm->load(stayStart);
    RecordEditor::Setup setup{.type = recordType<Person>(),
        .title = {},
        .start = emptyRow(recordType<Person>()),
        .place = {.kind = u"person"_s},
        .hidden = kLater,
        .save = [this](const Row &row) { return takeIn(row); },
        .saveText = tr("Take in"),
        .extra = m_stayForm,
        .readExtra = [this] { return toJson(m_stayForm->row()); },
        .writeExtra = [this](const QJsonObject &stay) { m_stayForm->load(fromJson(recordType<Stay>(), stay)); },
        .doubt = [this](const Row &row) { return likelyDouble(row); }};
    m_editor = new RecordEditor(setup, services);
    connect(m_stayForm, &RecordForm::edited, m_editor, &RecordEditor::markEdited);
    auto *card = new Card(tr("New resident"), tr("only what is known now; the rest can follow"));
    card->body()->addWidget(m_editor);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    scroll->setWidget(card);
    scroll->setMinimumHeight(Theme::isLarge() ? Theme::scaled(260) : 0);
    layout->addWidget(scroll, 3);
    m_matches = new Card(tr("On file already?"));
    m_matches->body()->addWidget(label(tr("Names that look or sound alike appear here while you type."), "soft", true));
    auto *right = new QVBoxLayout;
    right->addWidget(m_matches);
    right->addStretch();
    layout->addLayout(right, 1);
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(150);
    connect(&m_lookTimer, &QTimer::timeout, this, &NewResidentPage::lookForMatches);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(kIdleMs);
    connect(&m_idleTimer, &QTimer::timeout, this, &NewResidentPage::noteLooked);
    connect(m_editor->form(), &RecordForm::edited, this, [this] {
        m_lookTimer.start();
        m_idleTimer.start();
    });
    connect(m_editor, &RecordEditor::saved, this, [this] {
        if (m_idleTimer.isActive())
            noteLooked();
        m_navigator.say(tr("Saved"));
        m_navigator.openResident(m_taken);
    });
    connect(m_editor, &RecordEditor::cancelled, this, [this] { m_navigator.back(); });
    m_editor->form()->editor(u"given_name"_s)->input()->setFocus();
    if (m_editor->isTouched()) // what was typed earlier may be somebody on file, too
        lookForMatches();
}

Result<QList<NearMatch>> NewResidentPage::matchesOf(const Row &row) const
{
    return m_services.people.nearMatches(
        row.text(u"given_name"_s), row.text(u"family_name"_s), row.text(u"born_on"_s), row.text(u"preferred_name"_s));
}

/// Whom to show, each with what tells them apart.
QHash<qint64, ResidentLine> NewResidentPage::linesOf(const QList<NearMatch> &matches) const
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

QString NewResidentPage::likelyDouble(const Row &row) const
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

/// Who is on file was looked up by these names, and is told as any search is.
void NewResidentPage::noteLooked()
{
    m_idleTimer.stop();
    const Row row = m_editor->form()->row();
    QStringList names{row.text(u"given_name"_s), row.text(u"preferred_name"_s), row.text(u"family_name"_s)};
    names.removeAll(QString());
    const QString typed = names.join(u' ');
    if (typed.trimmed().isEmpty() || typed == m_noted)
        return;
    m_noted = typed;
    m_services.finding.finished(typed, m_shown, Finding::Where::NearMatches);
}

void NewResidentPage::lookForMatches()
{
    m_matches->clear();
    const auto matches = matchesOf(m_editor->form()->row());
    m_shown = matches ? matches->size() : 0;
    if (!matches || matches->isEmpty()) {
        m_matches->body()->addWidget(label(tr("Nobody with a name like this."), "soft", true));
        return;
    }
    const auto lines = linesOf(*matches);
    for (const NearMatch &match : *matches) {
        const auto line = lines.constFind(match.person.id.value);
        if (line == lines.constEnd())
            continue;
        const QString name = match.person.value.displayName();
        auto *open = button(literal(name), "link");
        open->setObjectName(u"nearMatch"_s);
        open->setAccessibleName(tr("Open %1").arg(words::personLine(*line)));
        connect(open, &QPushButton::clicked, this, [this, id = match.person.id] { m_navigator.openResident(id); });
        m_matches->body()->addWidget(open);
        m_matches->body()->addWidget(label((words::personDetails(*line) + words::nearMatchReasons(match)).join(u" · "_s), "soft", true));
    }
}

Done NewResidentPage::takeIn(const Row &row)
{
    const auto person = recordType<Person>().fromRow(row);
    auto stay = recordType<Stay>().fromRow(m_stayForm->row());
    if (stay && stay->arrivedOn && stay->decision == ReferralDecision::Waiting)
        stay->decision = ReferralDecision::Accepted; // who moved in has been offered a place
    if (!person || !stay) { // a date that can't be read: say so beside its field
        Violations violations = m_services.records.check(row);
        Row stayRow = m_stayForm->row();
        stayRow.set(u"person_id"_s, qint64(1)); // the person who is about to get an id
        violations += m_stayForm->showViolations(m_services.records.check(stayRow));
        return invalid(violations);
    }
    const auto taken = m_services.people.takeIn(*person, *stay);
    if (taken) {
        m_taken = taken->id;
        return {};
    }
    Error error = taken.error();
    Violations ofStay;
    Violations ofPerson;
    for (Violation violation : error.violations) {
        const bool isStay = violation.column.startsWith(u"stay."_s);
        if (isStay)
            violation.column.remove(0, 5);
        (isStay ? ofStay : ofPerson).append(violation);
    }
    // What stands beside no field is told under the form.
    error.violations = ofPerson + m_stayForm->showViolations(ofStay);
    return error;
}

} // namespace keywork

// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/agreed_part.h"

#include "core/domain/staff.h"
#include "core/services/records/records.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kByResident = u"resident"_s;
const QString kByOther = u"other"_s;

QString whoCode(const KeyworkAgreed &agreed)
{
    switch (agreed.actor) {
    case StepActor::Keyworker:
        return u"staff:"_s + QString::number(agreed.staffId.value);
    case StepActor::Agency:
        return u"agency:"_s + QString::number(agreed.agencyId.value);
    case StepActor::Other:
        return kByOther;
    case StepActor::Resident:
        break;
    }
    return kByResident;
}

void setWho(KeyworkAgreed &agreed, const QString &code, const QString &name)
{
    const qint64 id = code.section(u':', 1).toLongLong();
    agreed.staffId = code.startsWith(u"staff:"_s) ? Id<Staff>{id} : Id<Staff>();
    agreed.agencyId = code.startsWith(u"agency:"_s) ? Id<Agency>{id} : Id<Agency>();
    agreed.name = code == kByOther ? name : u""_s;
    agreed.actor = agreed.staffId ? StepActor::Keyworker
        : agreed.agencyId         ? StepActor::Agency
        : code == kByOther        ? StepActor::Other
                                  : StepActor::Resident;
}

QLineEdit *agreedLine(const QString &name, const QString &title)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    return line;
}

} // namespace

AgreedPart::AgreedPart(const QString &resident, const QList<GoalChoice> &goals, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_resident(resident)
    , m_goals(goals)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_places = new QVBoxLayout;
    m_places->setSpacing(10);
    layout->addLayout(m_places);
    m_add = button(tr("+ Add"), "link");
    m_add->setObjectName(u"addAgreed"_s);
    m_add->setAccessibleName(tr("Add a step that was agreed"));
    m_add->setToolTip(u"Alt+9"_s);
    connect(m_add, &QPushButton::clicked, this, &AgreedPart::addLine);
    auto *key = new QShortcut(QKeySequence(u"Alt+9"_s), this);
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &AgreedPart::addLine);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    if (m_goals.isEmpty())
        layout->addWidget(label(tr("The plan has no goal yet. With one, a step goes into the plan from here."), "soft", true));
}

void AgreedPart::addLine()
{
    giveKeys(add({}).what);
    Q_EMIT edited();
}

QComboBox *AgreedPart::makeWho(const KeyworkAgreed &agreed) const
{
    auto *who = new ChoiceBox;
    who->setObjectName(u"agreedWho"_s);
    who->setAccessibleName(tr("Who does it"));
    who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    who->setMinimumContentsLength(10);
    who->addItem(m_resident, kByResident);
    if (const auto self = m_services.records.self())
        who->addItem(self->value.name, u"staff:"_s + QString::number(self->id.value));
    if (const auto agencies = m_services.records.all<Agency>({.orderBy = u"name"_s}))
        for (const Kept<Agency> &one : *agencies)
            who->addItem(one.value.name, u"agency:"_s + QString::number(one.id.value));
    who->addItem(tr("Somebody else"), kByOther);
    const QString code = whoCode(agreed);
    if (who->findData(code) < 0) {
        const auto colleague = m_services.records.one(agreed.staffId);
        who->addItem(agreed.staffId && colleague ? colleague->value.name : words::labelFor(agreed.actor), code);
    }
    who->setCurrentIndex(who->findData(code));
    showWholeLines(who);
    keepFromWheel(who);
    return who;
}

void AgreedPart::addGoal(Line &line, QLayout *layout, const KeyworkAgreed &agreed)
{
    if (!agreed.stepThread.isEmpty()) {
        auto *inPlan = chip(tr("in the plan"), "primary");
        inPlan->setObjectName(u"agreedInPlan"_s);
        layout->addWidget(inPlan);
        return;
    }
    line.goal = new ChoiceBox;
    line.goal->setObjectName(u"agreedGoal"_s);
    line.goal->setAccessibleName(tr("Into the plan, under which goal"));
    line.goal->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.goal->setMinimumContentsLength(12);
    line.goal->addItem(tr("Not into the plan"), u""_s);
    for (const GoalChoice &goal : m_goals)
        line.goal->addItem(tr("Into the plan: %1").arg(goal.statement), goal.thread);
    showWholeLines(line.goal);
    line.goal->setCurrentIndex(std::max(0, line.goal->findData(agreed.goalThread)));
    if (m_goals.isEmpty()) // shown only once it stands in the page
        line.goal->hide();
    layout->addWidget(line.goal);
    auto *into = button(tr("into plan"), "pill");
    into->setObjectName(u"intoPlan"_s);
    into->setCheckable(true);
    into->setChecked(line.goal->currentIndex() > 0);
    if (m_goals.isEmpty())
        into->hide();
    layout->addWidget(into);
    QComboBox *goal = line.goal;
    connect(into, &QPushButton::clicked, goal, [this, goal](bool isWanted) {
        int wanted = isWanted ? 1 : 0;
        const auto area = isWanted && m_area ? m_area() : std::nullopt;
        for (int i = 0; area && i < m_goals.size(); ++i)
            if (m_goals.at(i).area == *area) {
                wanted = i + 1;
                break;
            }
        goal->setCurrentIndex(wanted);
    });
    connect(goal, &QComboBox::currentIndexChanged, into, [into](int index) { into->setChecked(index > 0); });
    connect(goal, &QComboBox::currentIndexChanged, this, &AgreedPart::edited);
}

AgreedPart::Line &AgreedPart::add(const KeptRow &kept)
{
    Line line{kept, new QWidget};
    const auto known = kept.row.type ? recordType<KeyworkAgreed>().fromRow(kept.row) : std::nullopt;
    fill(line, known.value_or(KeyworkAgreed()));
    if (kept.row.type && !known) // a day that could not be read comes back as it was typed
        line.due->setText(kept.row.text(u"due_on"_s));
    m_places->addWidget(line.place);
    line.place->show();
    m_lines.append(line);
    return m_lines.last();
}

void AgreedPart::fill(Line &line, const KeyworkAgreed &agreed)
{
    auto *layout = new QVBoxLayout(line.place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    line.what = agreedLine(u"agreedWhat"_s, tr("What was agreed"));
    line.what->setText(agreed.what);
    layout->addWidget(line.what);
    auto *details = wrappingLine(6);
    line.who = makeWho(agreed);
    line.name = agreedLine(u"agreedName"_s, tr("Who"));
    line.name->setText(agreed.name);
    if (agreed.actor != StepActor::Other)
        line.name->hide();
    line.due = agreedLine(u"agreedDue"_s, tr("By when: fri, 22/9, +2w"));
    if (agreed.dueOn)
        line.due->setText(words::dayInFull(*agreed.dueOn));
    details->addWidget(line.who);
    details->addWidget(line.name);
    details->addWidget(line.due);
    addGoal(line, details, agreed);
    layout->addLayout(details);
    line.problem = label({}, "problem", true);
    line.problem->hide();
    layout->addWidget(line.problem);
    const bool isInPlan = !agreed.stepThread.isEmpty(); // from then on it is changed in the plan
    line.what->setReadOnly(isInPlan);
    line.due->setReadOnly(isInPlan);
    line.who->setEnabled(!isInPlan);
    for (QLineEdit *one : {line.what, line.name, line.due})
        connect(one, &QLineEdit::textEdited, this, &AgreedPart::edited);
    connect(line.who, &QComboBox::currentIndexChanged, line.name,
        [name = line.name, who = line.who] { name->setVisible(who->currentData().toString() == kByOther); });
    connect(line.who, &QComboBox::currentIndexChanged, this, &AgreedPart::edited);
}

KeptRow AgreedPart::partOf(const Line &line) const
{
    const auto known = line.kept.row.type ? recordType<KeyworkAgreed>().fromRow(line.kept.row) : std::nullopt;
    KeyworkAgreed agreed = known.value_or(KeyworkAgreed());
    agreed.what = line.what->text();
    setWho(agreed, line.who->currentData().toString(), line.name->text());
    if (line.goal)
        agreed.goalThread = line.goal->currentData().toString();
    const QString typed = line.due->text().trimmed();
    const auto day = dayFromText(typed, m_services.records.today(), kToCome);
    agreed.dueOn = day;
    KeptRow part = line.kept;
    part.row = toRow(agreed);
    if (!day && !typed.isEmpty())
        part.row.set(u"due_on"_s, typed);
    return part;
}

QList<KeptRow> AgreedPart::parts() const
{
    QList<KeptRow> all;
    for (const Line &line : m_lines)
        if (!line.what->text().trimmed().isEmpty())
            all.append(partOf(line));
    return all;
}

void AgreedPart::load(const QList<KeptRow> &agreed)
{
    clear();
    for (const KeptRow &one : agreed)
        add(one);
}

void AgreedPart::clear()
{
    for (const Line &line : std::as_const(m_lines))
        line.place->deleteLater();
    m_lines.clear();
}

void AgreedPart::showProblem(qsizetype part, const QString &sentence)
{
    qsizetype i = 0;
    for (const Line &line : std::as_const(m_lines))
        if (!line.what->text().trimmed().isEmpty() && i++ == part) {
            showMessage(line.problem, sentence);
            giveKeys(line.what);
        }
}

void AgreedPart::clearProblems()
{
    for (const Line &line : std::as_const(m_lines))
        showMessage(line.problem, {});
}

QJsonArray AgreedPart::toJson() const
{
    QJsonArray all;
    for (const KeptRow &part : parts()) {
        QJsonObject one{{u"id"_s, part.id}};
        for (const char *column : {"what", "actor", "name", "staff_id", "agency_id", "due_on", "goal_thread"})
            one.insert(QString::fromLatin1(column), part.row.text(QString::fromLatin1(column)));
        all.append(one);
    }
    return all;
}

void AgreedPart::fromJson(const QJsonArray &kept)
{
    QList<KeptRow> onFile;
    for (const Line &line : std::as_const(m_lines))
        onFile.append(line.kept);
    clear();
    for (const QJsonValue &value : kept) {
        const QJsonObject one = value.toObject();
        KeptRow row;
        for (const KeptRow &known : std::as_const(onFile))
            if (known.id > 0 && known.id == one.value(u"id"_s).toInteger())
                row = known;
        const bool isInPlan = row.row.type && !row.row.text(u"step_thread"_s).isEmpty();
        if (isInPlan) {
            add(row);
            continue;
        }
        const qint64 id = row.id;
        KeyworkAgreed agreed;
        agreed.what = one.value(u"what"_s).toString();
        agreed.actor = fromCode<StepActor>(one.value(u"actor"_s).toString()).value_or(StepActor::Resident);
        agreed.name = one.value(u"name"_s).toString();
        agreed.staffId = {one.value(u"staff_id"_s).toString().toLongLong()};
        agreed.agencyId = {one.value(u"agency_id"_s).toString().toLongLong()};
        agreed.goalThread = one.value(u"goal_thread"_s).toString();
        row.row = toRow(agreed);
        if (const QString due = one.value(u"due_on"_s).toString(); !due.isEmpty())
            row.row.set(u"due_on"_s, due);
        row.id = id;
        add(row);
    }
}

} // namespace keywork

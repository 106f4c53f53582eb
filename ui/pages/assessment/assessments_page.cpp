// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/assessments_page.h"

#include "core/domain/care_plan.h"
#include "core/domain/restriction.h"
#include "core/services/care/assessments.h"
#include "core/services/care/forms.h"
#include "core/services/records/records.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_prints.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QWidget *inCard(QWidget *inside)
{
    auto *card = new Card;
    card->body()->addWidget(inside);
    return ownScroll(card, Sideways::Never);
}

/// What an assessment is called, at the start of its line: all lines go on at one place.
void addAssessmentName(QBoxLayout *line, const QString &name)
{
    auto *shown = label(breakable(name), "strong", true);
    if (!Theme::isLarge())
        shown->setFixedWidth(Theme::scaled(170));
    line->addWidget(shown);
}

} // namespace

AssessmentsPage::AssessmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : ListWithForm(person, services, navigator, parent)
{
    buildList();
}

AssessmentForm *AssessmentsPage::form() const { return m_form; }
AssessmentView *AssessmentsPage::view() const { return m_view; }

void AssessmentsPage::buildList()
{
    QVBoxLayout *column = addScrolled();
    m_ours = new Card(tr("Assessments"), tr("the latest first"));
    auto *add = button(tr("&New assessment"), "primary");
    add->setObjectName(u"newAssessment"_s);
    add->setEnabled(m_services.records.mayAdd(recordType<Assessment>()));
    connect(add, &QPushButton::clicked, this, &AssessmentsPage::openNew);
    m_ours->addToTitle(add);
    column->addWidget(m_ours);
    m_byOthers = new Card(tr("Made by others"), tr("kept beside ours"));
    auto *other = button(words::label(recordType<AssessmentByOthers>().newOne));
    other->setObjectName(u"newByOthers"_s);
    other->setEnabled(m_services.records.mayAdd(recordType<AssessmentByOthers>()));
    connect(other, &QPushButton::clicked, this, [this] {
        m_navigator.visit(residentVisit(m_person.value, u"lists"_s, {u"assessment_by_others"_s, 0}));
    });
    m_byOthers->addToTitle(other);
    column->addWidget(m_byOthers);
    column->addStretch();
}

void AssessmentsPage::reload()
{
    m_ours->clear();
    const auto all = m_services.assessments.of(m_person);
    if (!all)
        m_ours->body()->addWidget(label(words::error(all.error()), "problem", true));
    else
        for (const Kept<Assessment> &assessment : *all)
            addLine(assessment);
    if (all && all->isEmpty())
        m_ours->body()->addWidget(
            label(tr("None yet. A first conversation takes a quarter of an hour and can stop at any point."), "soft", true));
    m_byOthers->clear();
    addByOthers();
    if (m_view)
        m_view->reload();
}

void AssessmentsPage::addLine(const Kept<Assessment> &assessment)
{
    const Assessment &one = assessment.value;
    const Clock &clock = m_services.records.clock();
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    const auto version = m_services.records.one(one.formVersionId);
    addAssessmentName(line, version ? version->value.title : words::labelFor(one.level));
    QStringList soft{one.number, words::date(clock.local(one.begunAt).date()),
        words::choice(m_services.records.choices(), u"assessment_means"_s, one.means.code)};
    if (const auto led = one.ledBy ? m_services.records.one(one.ledBy) : Result<Kept<Staff>>(Error{}); led)
        soft.append(led->value.name);
    line->addWidget(label(soft.join(u" · "_s), "soft", true), 1);
    const bool isFinished = one.state == AssessmentState::Finished;
    QLayout *end = buttonsOf(line);
    auto *state = chip(words::labelFor(one.state), isFinished ? "done" : "attention");
    end->addWidget(state);
    const bool mayFill = m_services.records.mayChange(recordType<Assessment>());
    auto *open = button(isFinished || !mayFill ? tr("Read") : tr("Carry on"));
    open->setObjectName(u"openAssessment-%1"_s.arg(assessment.id.value));
    open->setAccessibleName(u"%1: %2"_s.arg(open->text(), one.number));
    connect(open, &QPushButton::clicked, this, [this, id = assessment.id] { this->open(id); });
    end->addWidget(open);
    m_ours->body()->addLayout(line);
}

void AssessmentsPage::addByOthers()
{
    const auto others = m_services.records.all<AssessmentByOthers>(
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, m_person.value}}, .orderBy = u"on_day"_s, .descending = true});
    if (!others) {
        m_byOthers->body()->addWidget(label(words::error(others.error()), "problem", true));
        return;
    }
    for (const Kept<AssessmentByOthers> &other : *others) {
        auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
        addAssessmentName(line, other.value.kind);
        line->addWidget(label(breakable(u"%1 · %2"_s.arg(other.value.byWhom, words::date(other.value.onDay))), "soft", true), 1);
        auto *open = button(tr("Open"));
        open->setAccessibleName(tr("Open: %1").arg(other.value.kind));
        connect(open, &QPushButton::clicked, this, [this, id = other.id.value] {
            m_navigator.visit(residentVisit(m_person.value, u"lists"_s, {u"assessment_by_others"_s, id}));
        });
        buttonsOf(line)->addWidget(open);
        m_byOthers->body()->addLayout(line);
        m_byOthers->body()->addWidget(label(words::shortened(other.value.findings, 300), "", true));
    }
    if (others->isEmpty())
        m_byOthers->body()->addWidget(label(tr("None on file."), "soft", true));
}

bool AssessmentsPage::concerns(const QList<Change> &changes) const
{
    // Answers are shown by the form that keeps them; a goal changes what an assessment tells.
    QList<const RecordType *> theirs{&recordType<Assessment>(), &recordType<AssessmentByOthers>(), &recordType<Restriction>()};
    if (m_view)
        theirs.append(&recordType<Goal>());
    return anyShown(changes, m_person, {.theirs = theirs});
}

void AssessmentsPage::showRecord(const RecordRef &record)
{
    if (record.kind == QLatin1String(recordType<AssessmentAnswer>().table)) {
        if (const auto answer = m_services.records.one(Id<AssessmentAnswer>{record.id}); answer)
            open(answer->value.assessmentId);
        return;
    }
    if (record.kind != QLatin1String(recordType<Assessment>().table))
        return;
    record.id > 0 ? open({record.id}) : openNew();
}

/// What was typed there waits in a section, in a correction of one, or in where and with whom it was.
void AssessmentsPage::showForm(const RecordRef &record, const QString &part)
{
    const QString correcting = u"correct "_s;
    if (record.kind != QLatin1String(recordType<Assessment>().table) || record.id == 0)
        return showRecord(record);
    if (part == u"circumstances")
        return circumstances({record.id});
    part.startsWith(correcting) ? correct({record.id}) : open({record.id});
    if (m_form)
        m_form->showSection(part.startsWith(correcting) ? part.mid(correcting.size()) : part);
}

void AssessmentsPage::showInstead(QWidget *widget)
{
    if (m_form && m_form->editor())
        m_form->editor()->keepDraftNow();
    put(widget, {u"newAssessment"_s});
}

void AssessmentsPage::close()
{
    m_form = nullptr;
    m_view = nullptr;
    m_editor = nullptr;
    closeForm(ListNow::ReadAnew);
}

void AssessmentsPage::open(Id<Assessment> id)
{
    const auto assessment = m_services.records.one(id);
    if (!assessment)
        return m_navigator.refuse(assessment.error());
    if (assessment->value.state == AssessmentState::HalfDone && m_services.records.mayChange(recordType<Assessment>()))
        return fillIn(id);
    auto *view = new AssessmentView(id, m_services, m_navigator);
    connect(view, &AssessmentView::closed, this, &AssessmentsPage::close, Qt::QueuedConnection);
    connect(
        view, &AssessmentView::correctionWanted, this, [this, id] { correct(id); }, Qt::QueuedConnection);
    showInstead(view);
    m_form = nullptr;
    m_editor = nullptr;
    m_view = view;
    giveKeysTo(this, {u"printAssessment"_s, u"closeAssessment"_s}); // not to the places
}

void AssessmentsPage::fillIn(Id<Assessment> id)
{
    auto *form = new AssessmentForm(id, AssessmentForm::Mode::FillIn, m_services, m_navigator);
    connect(form, &AssessmentForm::closed, this, &AssessmentsPage::close, Qt::QueuedConnection);
    connect(
        form, &AssessmentForm::finished, this, [this, id] { open(id); }, Qt::QueuedConnection);
    connect(
        form, &AssessmentForm::circumstancesWanted, this, [this, id] { circumstances(id); }, Qt::QueuedConnection);
    showInstead(form);
    if (form->editor())
        form->editor()->form()->focusFirst();
    m_view = nullptr;
    m_editor = nullptr;
    m_form = form;
}

void AssessmentsPage::correct(Id<Assessment> id)
{
    auto *form = new AssessmentForm(id, AssessmentForm::Mode::Correct, m_services, m_navigator);
    connect(
        form, &AssessmentForm::closed, this, [this, id] { open(id); }, Qt::QueuedConnection);
    showInstead(form);
    m_view = nullptr;
    m_form = form;
}

/// Where, when and with whom; half done, the form goes on afterwards.
void AssessmentsPage::circumstances(Id<Assessment> id)
{
    const auto kept = m_services.records.one(id);
    if (!kept)
        return m_navigator.refuse(kept.error());
    auto *editor = new RecordEditor({.type = recordType<Assessment>(),
                                        .title = tr("Where, when and with whom"),
                                        .start = toRow(kept->value),
                                        .place = {u"assessment"_s, id.value, m_person.value, u"circumstances"_s},
                                        .save = [this, id](const Row &row) -> Done {
                                            const auto typed = recordType<Assessment>().fromRow(row);
                                            const auto now = m_services.records.one(id);
                                            if (!typed || !now)
                                                return typed ? Done(now.error()) : Done(invalid(m_services.records.check(row)));
                                            Kept<Assessment> changed = *now;
                                            changed.value = *typed;
                                            return m_services.assessments.saveCircumstances(changed);
                                        },
                                        .stored = [this, id]() -> std::optional<Row> {
                                            const auto now = m_services.records.one(id);
                                            return now ? std::optional(toRow(now->value)) : std::nullopt;
                                        }},
        m_services);
    connect(
        editor, &RecordEditor::saved, this, [this, id] { fillIn(id); }, Qt::QueuedConnection);
    connect(
        editor, &RecordEditor::cancelled, this, [this, id] { fillIn(id); }, Qt::QueuedConnection);
    showInstead(inCard(editor));
    m_view = nullptr;
    m_form = nullptr;
    m_editor = editor;
    editor->form()->focusFirst();
}

Done AssessmentsPage::begin(const Row &row)
{
    const auto typed = recordType<Assessment>().fromRow(row);
    if (!typed)
        return invalid(m_services.records.check(row));
    const auto begun = m_services.assessments.begin(m_forms->currentData().toString(), *typed);
    if (!begun)
        return begun.error();
    m_begun = begun->id;
    return {};
}

void AssessmentsPage::openNew()
{
    if (!m_services.records.mayAdd(recordType<Assessment>()))
        return;
    if (Done shipped = m_services.forms.takeInShipped(); !shipped)
        return m_navigator.refuse(shipped.error());
    const auto offered = m_services.forms.offered();
    if (!offered)
        return m_navigator.refuse(offered.error());
    m_forms = formCombo();
    m_forms->setObjectName(u"form"_s);
    m_forms->setAccessibleName(tr("Which form"));
    for (const Kept<FormVersion> &form : *offered)
        m_forms->addItem(form.value.title, form.value.form);
    auto *extra = new QWidget;
    auto *line = lineOrFlow(8);
    extra->setLayout(line);
    line->addWidget(titled(tr("Which form"), m_forms));
    pushRight(line);
    auto *empty = button(tr("Print it empty"));
    empty->setObjectName(u"printEmpty"_s);
    connect(empty, &QPushButton::clicked, this, [this] {
        const auto version = m_services.forms.currentOf(m_forms->currentData().toString());
        const auto asked = version ? m_services.forms.asked(version->id) : Result<std::shared_ptr<const AskedForm>>(version.error());
        asked ? previewEmptyForm((*asked)->form(), print::CopyKind::Full, m_services, m_navigator) : m_navigator.refuse(asked.error());
    });
    line->addWidget(empty);
    Assessment start;
    start.personId = m_person;
    start.begunAt = m_services.records.clock().now();
    start.ledBy = m_services.records.session().staff();
    start.means = {u"here"_s};
    auto *editor = new RecordEditor({.type = recordType<Assessment>(),
                                        .title = tr("New assessment"),
                                        .start = toRow(start),
                                        .place = {u"assessment"_s, 0, m_person.value},
                                        .save = [this](const Row &row) { return begin(row); },
                                        .saveText = tr("Be&gin"),
                                        .extra = extra,
                                        .readExtra =
                                            [forms = m_forms] {
                                                return QJsonObject{{u"form"_s, forms->currentData().toString()}};
                                            },
                                        .writeExtra =
                                            [forms = m_forms](const QJsonObject &kept) {
                                                forms->setCurrentIndex(std::max(0, forms->findData(kept.value(u"form"_s).toString())));
                                            }},
        m_services);
    connect(m_forms, &QComboBox::activated, editor, &RecordEditor::markEdited);
    connect(
        editor, &RecordEditor::saved, this, [this] { fillIn(m_begun); }, Qt::QueuedConnection);
    connect(editor, &RecordEditor::cancelled, this, &AssessmentsPage::close, Qt::QueuedConnection);
    showInstead(inCard(editor));
    m_view = nullptr;
    m_form = nullptr;
    m_editor = editor;
    m_forms->setFocus();
}

} // namespace keywork

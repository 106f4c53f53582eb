// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/assessment_form.h"

#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/pages/assessment/assessment_prints.h"
#include "ui/pages/assessment/known_part.h"
#include "ui/pages/assessment/needs_part.h"
#include "ui/pages/assessment/section_list.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

FieldEditor *editorAround(QWidget *widget)
{
    for (QWidget *at = widget; at; at = at->parentWidget())
        if (auto *editor = qobject_cast<FieldEditor *>(at))
            return editor;
    return nullptr;
}

bool isEnter(const QKeyEvent *event) { return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter; }

} // namespace

AssessmentForm::AssessmentForm(Id<Assessment> id, Mode mode, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_mode(mode)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    if (!read()) {
        auto *close = button(tr("Close"));
        connect(close, &QPushButton::clicked, this, &AssessmentForm::closed);
        layout->addWidget(close, 0, Qt::AlignLeft);
        layout->addStretch();
        return;
    }
    layout->addLayout(buildTitle());
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"assessmentMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
    auto *columns = columnsOrRows(14);
    m_sections = new SectionList(m_filled.asked->form(), readableSections());
    m_sections->showProgress(m_filled, {});
    connect(m_sections, &SectionList::chosen, this, &AssessmentForm::showSection);
    auto *sections = scrolling(m_sections);
    if (!Theme::isLarge())
        sections->setFixedWidth(Theme::scaled(250));
    else
        sections->setMaximumHeight(Theme::scaled(200));
    columns->addWidget(sections);
    m_place = scrolling(new QWidget);
    columns->addWidget(m_place, 1);
    layout->addLayout(columns, 1);
    for (const auto &[key, by] : {std::pair{Qt::CTRL | Qt::Key_PageDown, 1}, {Qt::CTRL | Qt::Key_PageUp, -1}}) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WindowShortcut); // wherever the focus went; a hidden form does not answer
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    m_section = firstSection();
    if (!m_section.isEmpty())
        fill();
}

QString AssessmentForm::firstSection() const
{
    const QStringList readable = readableSections();
    for (const DraftPlace &draft : m_services.drafts.places())
        if (draft.kind == u"assessment" && draft.record == m_id.value && readable.contains(draft.part))
            return draft.part;
    for (const FormSection &section : m_filled.asked->form().sections)
        if (readable.contains(section.id) && !m_filled.leftOut.contains(section.id)
            && !progressOf(*m_filled.asked, section, m_filled.answers).isDone())
            return section.id;
    return readable.isEmpty() ? QString() : readable.first();
}

bool AssessmentForm::read()
{
    auto filled = m_services.assessments.read(m_id);
    if (!filled) {
        m_navigator.refuse(filled.error());
        return false;
    }
    m_filled = std::move(*filled);
    return true;
}

QLayout *AssessmentForm::buildTitle()
{
    auto *line = lineOrFlow(10);
    const Assessment &assessment = m_filled.assessment.value;
    line->addWidget(label(m_filled.formTitle, "cardTitle"));
    line->addWidget(
        label(u"%1 · %2"_s.arg(assessment.number, words::moment(m_services.records.clock().local(assessment.begunAt))), "soft"));
    pushRight(line);
    if (m_mode == Mode::FillIn) {
        auto *where = button(tr("Where and with whom"), "link");
        where->setObjectName(u"circumstances"_s);
        connect(where, &QPushButton::clicked, this, [this] {
            if (keepSection(Then::Close))
                Q_EMIT circumstancesWanted();
        });
        line->addWidget(where);
        line->addWidget(assessmentPrintButton(m_id, m_services, m_navigator));
        m_finish = button(tr("&Finish"), "primary");
        m_finish->setObjectName(u"finishAssessment"_s);
        m_finish->setEnabled(m_services.records.mayChange(recordType<Assessment>()));
        connect(m_finish, &QPushButton::clicked, this, &AssessmentForm::finish);
        line->addWidget(m_finish);
    }
    auto *close = button(m_mode == Mode::FillIn ? tr("&Leave it half done") : tr("Close"));
    close->setObjectName(u"closeAssessment"_s);
    connect(close, &QPushButton::clicked, this, [this] {
        if (m_mode == Mode::Correct || keepSection(Then::Close))
            Q_EMIT closed();
    });
    line->addWidget(close);
    return line;
}

bool AssessmentForm::mayHear(const Question &question) const
{
    return m_services.records.mayHear(question.category, m_filled.assessment.value.personId.value);
}

QStringList AssessmentForm::readableSections() const
{
    QStringList readable;
    for (const FormSection &section : m_filled.asked->form().sections)
        if (std::any_of(
                section.questions.cbegin(), section.questions.cend(), [this](const Question &question) { return mayHear(question); }))
            readable.append(section.id);
    return readable;
}

const FormSection &AssessmentForm::current() const
{
    const QList<FormSection> &sections = m_filled.asked->form().sections;
    const auto found
        = std::find_if(sections.cbegin(), sections.cend(), [this](const FormSection &section) { return section.id == m_section; });
    return found == sections.cend() ? sections.first() : *found;
}

RecordEditor *AssessmentForm::makeEditor(const FormSection &section)
{
    QStringList hidden;
    for (const FormSection &other : m_filled.asked->form().sections)
        for (const Question &question : other.questions)
            if (other.id != section.id || !mayHear(question))
                hidden.append(question.id);
    QWidget *extra = nullptr;
    if (m_mode == Mode::Correct) {
        extra = new QWidget;
        auto *layout = new QVBoxLayout(extra);
        layout->setContentsMargins(0, 0, 0, 0);
        m_reason = labelledLine(layout, tr("Why is it corrected *"), "reason");
    }
    const QString part = m_mode == Mode::Correct ? u"correct "_s + section.id : section.id;
    RecordEditor::Setup setup{.type = m_filled.asked->type(),
        .title = {},
        .start = m_filled.answers,
        .place = {u"assessment"_s, m_id.value, m_filled.assessment.value.personId.value, part},
        .hidden = hidden,
        .save = [this](const Row &row) { return save(row); },
        .saveText = m_mode == Mode::Correct ? tr("Save the correction") : tr("Keep and go on"),
        .extra = extra,
        .stored = [this]() -> std::optional<Row> {
            const auto now = m_services.assessments.read(m_id);
            if (!now)
                return {};
            // Of the same form: its rows are told apart by their description.
            Row row = emptyRow(m_filled.asked->type());
            row.values = now->answers.values;
            return row;
        },
        .oneColumn = true};
    if (m_mode == Mode::Correct) {
        setup.readExtra = [reason = m_reason] { return QJsonObject{{u"reason"_s, reason->text()}}; };
        setup.writeExtra = [reason = m_reason](const QJsonObject &kept) { reason->setText(kept.value(u"reason"_s).toString()); };
    }
    auto *editor = new RecordEditor(setup, m_services);
    if (m_reason && m_mode == Mode::Correct)
        connect(m_reason, &QLineEdit::textEdited, editor, &RecordEditor::markEdited);
    connect(editor, &RecordEditor::saved, this, &AssessmentForm::onSaved);
    connect(editor, &RecordEditor::cancelled, this, &AssessmentForm::closed);
    return editor;
}

void AssessmentForm::fill()
{
    m_leftOut = nullptr;
    m_reason = nullptr;
    const FormSection &section = current();
    auto *card = new Card(section.title);
    if (!section.about.isEmpty())
        card->body()->addWidget(label(section.about, "soft", true));
    m_editor = makeEditor(section);
    auto *known = new KnownPart(m_filled.assessment.value.personId, section, m_editor, m_services, m_navigator);
    known->setVisible(known->isNeeded());
    card->body()->addWidget(known);
    if (m_mode == Mode::FillIn)
        addLeaveOut(card->body(), section);
    card->body()->addWidget(m_editor);
    for (FieldEditor *field : m_editor->form()->editors())
        field->input()->installEventFilter(this); // lists and long texts take Enter for themselves
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(card);
    if (m_mode == Mode::FillIn)
        addNeeds(column);
    column->addStretch();
    delete m_place->takeWidget();
    m_place->setWidget(whole);
    m_sections->showProgress(m_filled, m_section);
    m_editor->form()->focusFirst();
}

/// Below the questions, so that nothing moves them: what the answers that are kept tell.
void AssessmentForm::addNeeds(QVBoxLayout *layout)
{
    auto *needs = new NeedsPart(m_filled.assessment, NeedsPart::Stage::SoFar, m_services, m_navigator);
    connect(
        needs, &NeedsPart::goalMade, needs, [needs] { keepingFocus(needs, [needs] { needs->reload(); }); }, Qt::QueuedConnection);
    layout->addWidget(needs);
}

void AssessmentForm::addLeaveOut(QVBoxLayout *layout, const FormSection &section)
{
    m_leftOut = formCombo();
    m_leftOut->setObjectName(u"leaveOut"_s);
    m_leftOut->setSizeAdjustPolicy(QComboBox::AdjustToContents); // it stands alone in its line
    m_leftOut->setAccessibleName(tr("Leave this section out"));
    m_leftOut->addItem(tr("Ask this section"), QString());
    for (const LeftOut why : allOf<LeftOut>())
        m_leftOut->addItem(words::labelFor(why), QString::fromLatin1(codeOf(why)));
    if (const auto why = m_filled.leftOut.constFind(section.id); why != m_filled.leftOut.constEnd())
        m_leftOut->setCurrentIndex(m_leftOut->findData(QString::fromLatin1(codeOf(*why))));
    m_leftOut->setEnabled(m_services.records.session().may(Act::Write, section.category));
    connect(m_leftOut, &QComboBox::activated, this, &AssessmentForm::leaveOut);
    auto *line = lineOrFlow(8);
    line->addWidget(titled(tr("This section"), m_leftOut));
    pushRight(line);
    layout->addLayout(line);
}

void AssessmentForm::leaveOut()
{
    const auto why = fromCode<LeftOut>(m_leftOut->currentData().toString());
    if (!keepSection(Then::Stay))
        return;
    if (Done done = m_services.assessments.leaveOut(m_id, m_section, why); !done)
        return m_navigator.refuse(done.error());
    if (read())
        m_sections->showProgress(m_filled, m_section);
    m_navigator.say(why ? tr("Left out. Its answers stay, and it can be taken up at any time.") : tr("It is asked again."));
}

Done AssessmentForm::save(const Row &row)
{
    return m_mode == Mode::Correct ? m_services.assessments.correct(m_id, row, m_reason->text()) : m_services.assessments.save(m_id, row);
}

bool AssessmentForm::keepSection(Then then)
{
    if (!m_editor || !m_editor->isTouched() || m_mode == Mode::Correct)
        return true;
    m_then = then;
    m_isKept = false;
    m_editor->save();
    m_then = Then::GoOn;
    return m_isKept;
}

void AssessmentForm::onSaved()
{
    m_isKept = true;
    const Then then = std::exchange(m_then, Then::GoOn);
    if (!read())
        return;
    m_sections->showProgress(m_filled, m_section);
    if (m_mode == Mode::Correct) {
        m_navigator.say(tr("Corrected"));
        Q_EMIT closed();
        return;
    }
    m_navigator.say(tr("Kept"));
    // The editor that has just saved is in the middle of it.
    if (then == Then::GoOn)
        QMetaObject::invokeMethod(
            this, [this] { step(1); }, Qt::QueuedConnection);
}

void AssessmentForm::showSection(const QString &section)
{
    if (!m_filled.asked || section == m_section)
        return m_filled.asked ? m_sections->showProgress(m_filled, m_section) : void();
    if (!keepSection(Then::Stay))
        return m_sections->showProgress(m_filled, m_section); // stays where it is
    m_section = section;
    tellOnPage(m_message, {});
    fill();
}

void AssessmentForm::step(int by)
{
    const QStringList readable = readableSections();
    const qsizetype to = readable.indexOf(m_section) + by;
    if (to >= 0 && to < readable.size())
        return showSection(readable.at(to));
    if (by > 0 && m_finish)
        m_finish->setFocus();
}

void AssessmentForm::finish()
{
    if (!keepSection(Then::Stay))
        return;
    const Done done = m_services.assessments.finish(m_id);
    if (done) {
        m_navigator.say(tr("Finished"));
        Q_EMIT finished();
        return;
    }
    if (done.error().kind != ErrorKind::Invalid)
        return m_navigator.refuse(done.error());
    QStringList asks;
    for (const Violation &violation : done.error().violations)
        if (const Question *question = m_filled.asked->form().question(violation.column))
            asks.append(question->ask);
    const FormSection *first = m_filled.asked->form().sectionOf(done.error().violations.first().column);
    if (first)
        showSection(first->id);
    m_editor->showError(done.error());
    tellOnPage(m_message, tr("Still to be answered; “prefers not to say” is an answer too (F2): %1").arg(asks.join(u" · "_s)));
}

void AssessmentForm::goOnFrom(QWidget *widget)
{
    FieldEditor *from = editorAround(widget);
    if (!from || !m_editor)
        return;
    const QList<FieldEditor *> &editors = m_editor->form()->editors();
    for (qsizetype i = editors.indexOf(from) + 1; i < editors.size(); ++i)
        if (!editors.at(i)->isHidden() && editors.at(i)->isEnabled()) {
            editors.at(i)->input()->setFocus(Qt::TabFocusReason);
            return bringIntoView(editors.at(i));
        }
    if (m_editor->isTouched())
        return m_editor->save();
    // The key still belongs to a field of the section that goes.
    QMetaObject::invokeMethod(
        this, [this] { step(1); }, Qt::QueuedConnection);
}

bool AssessmentForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isEnter(static_cast<QKeyEvent *>(event)))
        return QWidget::eventFilter(watched, event);
    const bool isWords = qobject_cast<QPlainTextEdit *>(watched);
    auto *list = qobject_cast<QComboBox *>(watched);
    const bool goesOn
        = isWords ? static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier) : list && !list->view()->isVisible();
    if (!goesOn)
        return QWidget::eventFilter(watched, event);
    goOnFrom(static_cast<QWidget *>(watched));
    return true;
}

/// What takes no Enter itself lets it come here.
void AssessmentForm::keyPressEvent(QKeyEvent *event)
{
    QWidget *at = window()->focusWidget();
    if (!isEnter(event) || !editorAround(at))
        return QWidget::keyPressEvent(event);
    auto *cell = qobject_cast<QLineEdit *>(at);
    const bool isInTable = cell && editorAround(at)->field().columns && !cell->text().trimmed().isEmpty();
    isInTable ? void(focusNextChild()) : goOnFrom(at);
}

} // namespace keywork

// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/form_editor.h"

#include "core/forms/form_editing.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/pages/assessment/assessment_prints.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_forms.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
const QString kNewIn = QStringLiteral("new ");
}

FormEditor::FormEditor(const Kept<FormVersion> &draft, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_draft(draft)
{
    if (const auto asked = services.forms.asked(draft.id))
        m_form = (*asked)->form();
    else
        navigator.refuse(asked.error());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(buildTitle());
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"formMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buildSectionLine());
    m_questions = new Card;
    column->addWidget(ownScroll(m_questions, Sideways::Never), 1);
    m_place = new QWidget;
    auto *place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    auto *pages = new QWidget;
    m_stack = new PageStack(pages);
    m_stack->addWidget(list);
    m_stack->addWidget(m_place);
    layout->addWidget(pages, 1);
    showSections({});
}

FormEditor::~FormEditor()
{
    closeQuestion(); // its draft is kept while what describes it is there
}

QLayout *FormEditor::buildTitle()
{
    auto *line = lineOrFlow(8);
    auto *title = new QLineEdit(m_form.title);
    title->setObjectName(u"formTitle"_s);
    title->setMaxLength(int(form_limits::kTitle));
    connect(title, &QLineEdit::editingFinished, this, [this, title] {
        Form changed = m_form;
        changed.title = title->text().simplified();
        if (changed.title != m_form.title)
            keep(changed);
    });
    line->addWidget(titled(tr("Title"), title));
    auto *retired = new QCheckBox(tr("Not offered any more"));
    retired->setObjectName(u"formRetired"_s);
    retired->setChecked(m_form.retired);
    connect(retired, &QCheckBox::clicked, this, [this](bool isRetired) {
        Form changed = m_form;
        changed.retired = isRetired;
        keep(changed);
    });
    line->addWidget(retired);
    pushRight(line);
    auto *preview = button(tr("Preview"));
    preview->setObjectName(u"previewForm"_s);
    connect(preview, &QPushButton::clicked, this, [this] { previewEmptyForm(m_form, print::CopyKind::Full, m_services, m_navigator); });
    line->addWidget(preview);
    auto *publish = button(tr("&Publish as the next version"), "primary");
    publish->setObjectName(u"publishForm"_s);
    connect(publish, &QPushButton::clicked, this, &FormEditor::publish, Qt::QueuedConnection);
    line->addWidget(publish);
    auto *discard = button(tr("Discard the draft"), "link");
    discard->setObjectName(u"discardForm"_s);
    connect(discard, &QPushButton::clicked, this, &FormEditor::discard, Qt::QueuedConnection);
    line->addWidget(discard);
    auto *close = button(tr("Close"));
    close->setObjectName(u"closeForm"_s);
    connect(close, &QPushButton::clicked, this, &FormEditor::closed, Qt::QueuedConnection);
    line->addWidget(close);
    return line;
}

QLayout *FormEditor::buildSectionLine()
{
    auto *line = lineOrFlow(8);
    m_sections = formCombo();
    m_sections->setObjectName(u"formSections"_s);
    m_sections->setAccessibleName(tr("Section"));
    connect(m_sections, &QComboBox::currentIndexChanged, this, &FormEditor::showQuestions);
    line->addWidget(titled(tr("Section"), m_sections));
    m_sectionTitle = new QLineEdit;
    m_sectionTitle->setObjectName(u"sectionTitle"_s);
    m_sectionTitle->setMaxLength(int(form_limits::kTitle));
    connect(m_sectionTitle, &QLineEdit::editingFinished, this, &FormEditor::rewordSection);
    line->addWidget(titled(tr("Called"), m_sectionTitle));
    auto *add = button(tr("&New question"));
    add->setObjectName(u"newQuestion"_s);
    connect(add, &QPushButton::clicked, this, &FormEditor::addQuestion);
    line->addWidget(add);
    pushRight(line);
    auto *title = new QLineEdit;
    title->setObjectName(u"newSection"_s);
    title->setMaxLength(int(form_limits::kTitle));
    title->setPlaceholderText(tr("Title, then press Enter"));
    connect(title, &QLineEdit::returnPressed, this, [this, title] {
        if (title->text().trimmed().isEmpty())
            return;
        Form changed = m_form;
        addSection(changed, title->text(), Category::CarePlan);
        if (!keep(changed))
            return;
        title->clear();
        showSections(m_form.sections.last().id);
    });
    line->addWidget(titled(tr("New section"), title));
    return line;
}

QString FormEditor::section() const { return m_sections->currentData().toString(); }

void FormEditor::showSections(const QString &chosen)
{
    const QString wanted = chosen.isEmpty() ? section() : chosen;
    {
        const QSignalBlocker quiet(m_sections);
        m_sections->clear();
        for (const FormSection &one : m_form.sections)
            m_sections->addItem(u"%1 (%2)"_s.arg(one.title).arg(one.questions.size()), one.id);
        m_sections->setCurrentIndex(std::max(0, m_sections->findData(wanted)));
    }
    showQuestions();
}

void FormEditor::rewordSection()
{
    Form changed = m_form;
    for (FormSection &one : changed.sections)
        if (one.id == section())
            one.title = m_sectionTitle->text().simplified();
    if (changed != m_form && keep(changed))
        showSections({});
}

void FormEditor::showQuestions()
{
    m_questions->clear();
    for (const FormSection &one : m_form.sections) {
        if (one.id != section())
            continue;
        m_sectionTitle->setText(one.title);
        for (const Question &question : one.questions)
            addLine(question);
    }
    m_questions->body()->addStretch();
}

void FormEditor::addLine(const Question &question)
{
    m_questions->body()->addWidget(label(question.ask, "strong", true));
    auto *line = lineOrFlow(6);
    QStringList soft{words::labelFor(question.kind), words::shortLabelFor(question.category)};
    if (question.required)
        soft.append(tr("has to be answered"));
    if (const Question *earlier = m_form.question(question.showIf.question))
        soft.append(tr("after “%1”").arg(words::shortened(earlier->ask, 60)));
    line->addWidget(label(soft.join(u" · "_s), "soft", true));
    pushRight(line);
    const auto add = [&](const QString &text, const QString &name, const std::function<void()> &pressed) {
        auto *one = button(text, "link");
        one->setObjectName(name + u'-' + question.id);
        one->setAccessibleName(u"%1: %2"_s.arg(text, question.ask));
        connect(one, &QPushButton::clicked, this, pressed, Qt::QueuedConnection); // which takes the button away
        line->addWidget(one);
    };
    const auto change = [this](const std::function<void(Form &)> &by) {
        Form changed = m_form;
        by(changed);
        if (keep(changed))
            showSections({});
    };
    add(tr("Up"), u"up"_s, [change, id = question.id] { change([id](Form &form) { moveQuestion(form, id, -1); }); });
    add(tr("Down"), u"down"_s, [change, id = question.id] { change([id](Form &form) { moveQuestion(form, id, 1); }); });
    add(tr("Change"), u"change"_s, [this, id = question.id] { editQuestion(id); });
    add(tr("Take out"), u"remove"_s, [change, id = question.id] { change([id](Form &form) { removeQuestion(form, id); }); });
    m_questions->body()->addLayout(line);
    m_questions->body()->addWidget(rule());
}

void FormEditor::editQuestion(const QString &question)
{
    if (const Question *known = m_form.question(question))
        openQuestion(tr("Change a question"), *known, question);
}

void FormEditor::openDraft(const QString &part)
{
    if (!part.startsWith(kNewIn))
        return editQuestion(part);
    m_sections->setCurrentIndex(std::max(0, m_sections->findData(part.mid(kNewIn.size()))));
    addQuestion();
}

void FormEditor::addQuestion() { openQuestion(tr("New question"), Question(), kNewIn + section()); }

void FormEditor::openQuestion(const QString &title, const Question &question, const QString &part)
{
    closeQuestion();
    const QString in = section();
    m_fields = std::make_unique<QuestionFields>(m_form, in, question);
    auto *editor = new RecordEditor({.type = m_fields->type(),
                                        .title = title,
                                        .start = m_fields->row(),
                                        .place = {u"form_version"_s, m_draft.id.value, 0, part},
                                        .save = [this, in](const Row &row) -> Done {
                                            if (const Violations wrong = m_services.records.check(row); !wrong.isEmpty())
                                                return invalid(wrong);
                                            Form changed = m_form;
                                            putQuestion(changed, in, m_fields->question(row));
                                            return keep(changed) ? Done() : Done(invalid({}));
                                        }},
        m_services);
    connect(
        editor, &RecordEditor::saved, this,
        [this] {
            m_navigator.say(tr("Kept in the draft"));
            closeQuestion();
            showSections({});
        },
        Qt::QueuedConnection);
    connect(editor, &RecordEditor::cancelled, this, &FormEditor::closeQuestion, Qt::QueuedConnection);
    m_editor = editor;
    auto *card = new Card;
    card->body()->addWidget(editor);
    m_place->layout()->addWidget(ownScroll(card, Sideways::Never));
    m_stack->setCurrentIndex(1);
    editor->form()->focusFirst();
}

void FormEditor::closeQuestion()
{
    while (QLayoutItem *item = m_place->layout()->takeAt(0)) {
        delete item->widget(); // before what describes it
        delete item;
    }
    m_fields.reset();
    m_stack->setCurrentIndex(0);
}

bool FormEditor::keep(const Form &form)
{
    const FormProblems problems = m_services.forms.problemsOf(writeForm(form));
    QStringList sentences;
    for (const FormProblem &problem : problems)
        sentences.append(words::formProblem(problem, form));
    tellOnPage(m_message, sentences.join(u'\n'));
    if (!problems.isEmpty())
        return false;
    const auto kept = m_services.forms.saveDraft(m_draft, form);
    if (!kept) {
        m_navigator.refuse(kept.error());
        return false;
    }
    m_draft = *kept;
    m_form = form;
    return true;
}

void FormEditor::publish()
{
    const auto published = m_services.forms.publish(m_draft);
    m_navigator.answer(published, tr("Published. It is asked from now on; what was answered before keeps its own questions."));
    if (published)
        Q_EMIT closed();
}

void FormEditor::discard()
{
    const Done discarded = m_services.forms.discardDraft(m_draft);
    m_navigator.answer(discarded, tr("The draft is discarded. What is published stays."));
    if (discarded)
        Q_EMIT closed();
}

} // namespace keywork

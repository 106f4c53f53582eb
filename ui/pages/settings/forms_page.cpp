// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/forms_page.h"

#include "core/base/plain_file.h"
#include "core/base/text.h"
#include "core/forms/form_editing.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/assessment/assessment_prints.h"
#include "ui/pages/settings/form_editor.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_forms.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

FormsPage::FormsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    layout->addWidget(settingsTitle(u"forms"_s, navigator));
    auto *pages = new QWidget;
    m_stack = new PageStack(pages);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_list = new Card(tr("Forms"), tr("each version stays, with what was answered by it"));
    auto *bring = button(tr("From a file…"));
    bring->setObjectName(u"bringForm"_s);
    connect(bring, &QPushButton::clicked, this, [this] {
        askForFile(this, {.title = tr("Which form?"), .filter = tr("Forms (*.json)")}, [this](const QString &path) { this->bring(path); });
    });
    m_list->addToTitle(bring);
    column->addWidget(m_list);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"formProblems"_s);
    m_message->hide();
    column->addWidget(m_message);
    column->addStretch();
    m_stack->addWidget(ownScroll(list, Sideways::Never));
    m_place = new QWidget;
    auto *place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_place);
    layout->addWidget(pages, 1);
    if (services.records.mayAdd(recordType<FormVersion>())) // a copy that is only looked at shows what is there
        if (Done shipped = services.forms.takeInShipped(); !shipped)
            navigator.refuse(shipped.error());
    reload();
}

FormEditor *FormsPage::editor() const { return m_editor; }

void FormsPage::reload()
{
    m_list->clear();
    const auto forms = m_services.forms.all();
    if (!forms) {
        m_list->body()->addWidget(label(words::error(forms.error()), "problem", true));
        return;
    }
    for (const HouseForm &form : *forms)
        addLine(form);
}

bool FormsPage::concerns(const QList<Change> &changes) const
{
    return !m_editor && std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
        return change.kind == QLatin1String(recordType<FormVersion>().table);
    });
}

void FormsPage::addLine(const HouseForm &form)
{
    const bool isPublished = bool(form.current.id);
    const FormVersion &shown = isPublished ? form.current.value : form.draft->value;
    auto *line = lineOrFlow(8);
    line->addWidget(label(shown.title, "strong"));
    QStringList soft{words::labelFor(shown.level)};
    if (isPublished)
        soft.append(tr("version %1").arg(shown.versionNumber));
    const auto asked = m_services.forms.asked(isPublished ? form.current.id : form.draft->id);
    if (asked)
        soft.append(tr("%1 questions").arg((*asked)->form().questionCount()));
    line->addWidget(label(soft.join(u" · "_s), "soft"));
    if (form.draft)
        line->addWidget(chip(tr("draft"), "attention"));
    if (form.isRetired)
        line->addWidget(chip(tr("not offered"), "neutral"));
    pushRight(line);
    const bool mayChange = m_services.records.mayChange(recordType<FormVersion>());
    const auto add = [&](const QString &text, const QString &name, bool isEnabled, const std::function<void()> &pressed) {
        auto *one = button(text);
        one->setObjectName(name + u'-' + shown.form);
        one->setAccessibleName(u"%1: %2"_s.arg(text, shown.title));
        one->setEnabled(isEnabled);
        connect(one, &QPushButton::clicked, this, pressed, Qt::QueuedConnection); // which may take the button away
        line->addWidget(one);
    };
    if (asked) {
        const Form whole = (*asked)->form();
        add(tr("Print it empty"), u"print"_s, true,
            [this, whole] { previewEmptyForm(whole, print::CopyKind::Full, m_services, m_navigator); });
        add(tr("In large print"), u"printLarge"_s, true,
            [this, whole] { previewEmptyForm(whole, print::CopyKind::LargePrint, m_services, m_navigator); });
    }
    add(tr("Copy"), u"copy"_s, mayChange && isPublished,
        [this, id = shown.form, title = tr("%1, our own").arg(shown.title)] { copy(id, title); });
    add(form.draft ? tr("Carry on with the draft") : tr("Change"), u"edit"_s, mayChange, [this, id = shown.form] { edit(id); });
    m_list->body()->addLayout(line);
}

void FormsPage::copy(const QString &form, const QString &title)
{
    QStringList taken;
    const auto forms = m_services.forms.all();
    for (const HouseForm &one : forms ? *forms : QList<HouseForm>())
        taken.append(one.current.id ? one.current.value.form : one.draft->value.form);
    open(m_services.forms.copy(form, idFromWords(title, taken), atMost(title, form_limits::kTitle)));
}

void FormsPage::edit(const QString &form) { open(m_services.forms.edit(form)); }

void FormsPage::open(const Result<Kept<FormVersion>> &draft)
{
    if (!draft)
        return m_navigator.refuse(draft.error());
    tellOnPage(m_message, {});
    emptyLayout(m_place->layout());
    auto *editor = new FormEditor(*draft, m_services, m_navigator);
    connect(editor, &FormEditor::closed, this, &FormsPage::close, Qt::QueuedConnection);
    m_place->layout()->addWidget(editor);
    m_editor = editor;
    m_stack->setCurrentWidget(m_place);
}

void FormsPage::close()
{
    emptyLayout(m_place->layout());
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    reload();
}

void FormsPage::showRecord(const RecordRef &record)
{
    const auto version = m_services.records.one(Id<FormVersion>{record.id});
    if (record.kind == QLatin1String(recordType<FormVersion>().table) && version && version->value.state == FormState::Draft)
        open(*version);
}

void FormsPage::showForm(const RecordRef &record, const QString &part)
{
    showRecord(record);
    if (m_editor)
        m_editor->openDraft(part);
}

void FormsPage::bring(const QString &path)
{
    tellOnPage(m_message, {});
    QFile file(path);
    if (Done opened = openPlainFile(file); !opened)
        return m_navigator.refuse(opened.error());
    const QByteArray text = file.read(form_limits::kBytes + 1);
    QStringList sentences;
    for (const FormProblem &problem : m_services.forms.problemsOf(text))
        sentences.append(words::formProblem(problem));
    if (sentences.isEmpty())
        return open(m_services.forms.bring(text));
    tellOnPage(m_message, tr("Nothing was taken in.") + u'\n' + sentences.join(u'\n'));
}

} // namespace keywork

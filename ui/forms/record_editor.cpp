// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_editor.h"

#include "core/record/row_text.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kDraftDelayMs = 1500; // trust.md: at most 5 seconds of typing may be lost
}

RecordEditor::RecordEditor(const Setup &setup, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_place(setup.place)
    , m_save(setup.save)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    if (!setup.title.isEmpty())
        layout->addWidget(label(setup.title, "cardTitle", true));
    m_form = new RecordForm(setup.type, services, setup.hidden);
    m_form->load(setup.start);
    layout->addWidget(m_form);
    if (setup.extra)
        layout->addWidget(setup.extra);
    m_message = label({}, "problem", true);
    m_message->hide();
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    auto *saveButton = button(setup.saveText.isEmpty() ? tr("Save") : setup.saveText, "primary");
    saveButton->setObjectName(u"save"_s);
    saveButton->setToolTip(tr("Ctrl+S"));
    auto *cancelButton = button(tr("Cancel"));
    cancelButton->setObjectName(u"cancel"_s);
    buttons->addWidget(saveButton);
    buttons->addWidget(cancelButton);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    connect(saveButton, &QPushButton::clicked, this, &RecordEditor::save);
    connect(cancelButton, &QPushButton::clicked, this, &RecordEditor::cancel);
    auto *shortcut = new QShortcut(QKeySequence::Save, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &RecordEditor::save);
    connect(m_form, &RecordForm::edited, this, &RecordEditor::markEdited);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &RecordEditor::keepDraftNow);
    restoreDraft();
}

RecordEditor::~RecordEditor()
{
    // Also reached on lock: the pages go before the file is closed.
    keepDraftNow();
}

void RecordEditor::markEdited()
{
    m_edited = true;
    m_draftTimer.start();
}

void RecordEditor::restoreDraft()
{
    const QJsonObject draft = m_services.records.draft(m_place);
    if (draft.isEmpty())
        return;
    m_form->load(fromJson(m_form->type(), draft));
    m_message->setText(tr("This was typed earlier and not saved yet. Save keeps it, Cancel discards it."));
    m_message->show();
}

void RecordEditor::keepDraftNow()
{
    if (!m_edited)
        return;
    m_edited = false;
    m_draftTimer.stop();
    if (Done kept = m_services.records.keepDraft(m_place, toJson(m_form->row())); !kept)
        showError(kept.error());
}

void RecordEditor::save()
{
    m_message->hide();
    if (Done done = m_save(m_form->row()); !done) {
        showError(done.error());
        return;
    }
    m_edited = false;
    m_draftTimer.stop();
    Q_UNUSED(bool(m_services.records.discardDraft(m_place)));
    Q_EMIT saved();
}

void RecordEditor::cancel()
{
    m_edited = false;
    m_draftTimer.stop();
    Q_UNUSED(bool(m_services.records.discardDraft(m_place)));
    Q_EMIT cancelled();
}

void RecordEditor::showError(const Error &error)
{
    const Violations elsewhere = error.kind == ErrorKind::Invalid ? m_form->showViolations(error.violations) : Violations();
    if (error.kind != ErrorKind::Invalid)
        m_message->setText(words::error(error));
    else if (!elsewhere.isEmpty())
        m_message->setText(words::violation(elsewhere.first()));
    m_message->setVisible(error.kind != ErrorKind::Invalid || !elsewhere.isEmpty());
}

RecordEditor *genericEditor(const Services &services, const RecordType &type, const std::optional<KeptRow> &known, const Row &start)
{
    const QString table = QString::fromLatin1(type.table);
    const qint64 owner = start.value(u"person_id"_s).toLongLong();
    RecordEditor::Setup setup{.type = type,
        .title = known ? words::label(type.title) : QObject::tr("New: %1").arg(words::label(type.title).toLower()),
        .start = start,
        .place = known ? table + u'/' + QString::number(known->id) : table + u"/new/"_s + QString::number(owner),
        .save = {}};
    Records &records = services.records;
    setup.save = [&records, known](const Row &row) -> Done {
        if (!known) {
            auto added = records.add(row);
            return added ? Done() : Done(added.error());
        }
        KeptRow edited = *known;
        edited.row = row;
        auto amended = records.amend(edited);
        return amended ? Done() : Done(amended.error());
    };
    return new RecordEditor(setup, services);
}

} // namespace keywork

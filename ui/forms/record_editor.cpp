// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_editor.h"

#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/earlier_forms.h"
#include "ui/forms/field_question.h"
#include "ui/forms/password_again.h"
#include "ui/forms/row_words.h"
#include "ui/forms/save_anyway.h"
#include "ui/text/words_errors.h"

#include "core/record/row_merge.h"
#include "core/record/row_text.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"
#include "ui/widgets/unfinished_word.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kDraftDelayMs = 1500; // trust.md: at most 5 seconds of typing may be lost
}

RecordEditor::RecordEditor(const Setup &setup, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_services(services)
    , m_base(setup.start)
{
    watchUnfinishedWord();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    if (!setup.title.isEmpty())
        layout->addWidget(label(setup.title, "cardTitle", true));
    if (!setup.lockedBecause.isEmpty())
        layout->addWidget(label(setup.lockedBecause, "soft", true));
    m_note = label({}, "soft", true);
    m_note->setObjectName(u"draftNote"_s);
    m_note->hide();
    layout->addWidget(m_note);
    if (setup.lockedBecause.isEmpty()) {
        m_earlier = new EarlierForms(setup.place, services, [this] {
            finishWord();
            keepDraftNow();
            return !m_edited;
        });
        layout->addWidget(m_earlier);
        connect(m_earlier, &EarlierForms::refused, this, &RecordEditor::tell);
        connect(m_earlier, &EarlierForms::taken, this, &RecordEditor::restoreDraft);
    }
    m_form = new RecordForm(setup.type, services, setup.hidden);
    if (setup.oneColumn)
        m_form->setOneColumn();
    m_form->load(setup.start);
    if (setup.stored && !services.records.mayChange(setup.type))
        m_form->openOnlyWhatIsSaidAfterwards();
    m_form->setEnabled(setup.lockedBecause.isEmpty());
    layout->addWidget(m_form);
    if (setup.extra) {
        const int form = layout->indexOf(m_form);
        layout->insertWidget(setup.extraAt == ExtraAt::Top ? form : form + 1, setup.extra);
        setup.extra->setEnabled(setup.lockedBecause.isEmpty());
    }
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"editorMessage"_s);
    m_message->hide();
    layout->addWidget(m_message);
    layout->addLayout(buildButtons());
    if (setup.draftOutlivesCancel) {
        m_whetherDiscarded = new FieldQuestion(u"discard"_s);
        layout->addWidget(m_whetherDiscarded);
    }
    layout->addStretch();
    auto *shortcut = new QShortcut(QKeySequence::Save, this);
    shortcut->setContext(Qt::WindowShortcut); // wherever the focus went; a hidden form does not answer
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &RecordEditor::saveAlone);
    connect(m_form, &RecordForm::edited, this, &RecordEditor::markEdited);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &RecordEditor::keepDraftNow);
    if (setup.lockedBecause.isEmpty())
        restoreDraft();
}

QLayout *RecordEditor::buildButtons()
{
    const bool mayChange = maySave();
    auto *buttons = wrappingLine(8);
    auto *saveButton = button(m_setup.saveText.isEmpty() ? tr("Save") : m_setup.saveText, "primary");
    saveButton->setObjectName(u"save"_s);
    saveButton->setToolTip(tr("Ctrl+S"));
    if (!mayChange)
        saveButton->hide();
    connect(saveButton, &QPushButton::clicked, this, &RecordEditor::saveAlone);
    buttons->addWidget(saveButton);
    if (m_setup.offersAnother && mayChange) {
        auto *another = button(tr("Save and add another"));
        another->setObjectName(u"saveAndAnother"_s);
        another->setToolTip(tr("Ctrl+Shift+S"));
        auto *shortcut = new QShortcut(QKeySequence(u"Ctrl+Shift+S"_s), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &RecordEditor::saveAndAddAnother);
        connect(another, &QPushButton::clicked, this, &RecordEditor::saveAndAddAnother);
        buttons->addWidget(another);
    }
    auto *cancelButton = button(mayChange ? tr("Cancel") : tr("Close"));
    cancelButton->setObjectName(u"cancel"_s);
    connect(cancelButton, &QPushButton::clicked, this, &RecordEditor::cancel);
    buttons->addWidget(cancelButton);
    if (m_setup.draftOutlivesCancel) {
        cancelButton->setToolTip(tr("What was typed is kept"));
        m_discard = button(tr("Discard"), "link");
        m_discard->setObjectName(u"discard"_s);
        m_discard->hide();
        connect(m_discard, &QPushButton::clicked, this, &RecordEditor::askWhetherDiscarded);
        buttons->addWidget(m_discard);
    }
    return buttons;
}

RecordEditor::~RecordEditor()
{
    // Also reached on lock: the pages go before the file is closed.
    keepDraftNow();
}

bool RecordEditor::maySave() const
{
    if (!m_setup.lockedBecause.isEmpty())
        return false;
    return m_setup.stored ? m_services.records.mayComplete(m_setup.type) : m_services.records.mayAdd(m_setup.type);
}

void RecordEditor::tell(const QString &sentence)
{
    tellOnPage(m_message, sentence);
    if (!sentence.isEmpty()) // below the fold nobody would see it
        QTimer::singleShot(0, m_message, [this] { bringIntoView(m_message); });
}

void RecordEditor::markEdited()
{
    m_edited = true;
    m_touched = true;
    m_kept.reset();
    m_answered = false;
    if (m_discard)
        m_discard->show();
    tell({}); // what was said is about what stood there
    if (!m_draftTimer.isActive()) // also in the middle of a long sentence
        m_draftTimer.start();
}

void RecordEditor::restoreDraft()
{
    const QJsonObject draft = m_services.drafts.at(m_setup.place);
    if (draft.isEmpty())
        return;
    m_base = fromJson(m_form->type(), draft.value(u"base"_s).toObject());
    m_form->load(fromJson(m_form->type(), draft.value(u"row"_s).toObject()));
    m_touched = true;
    if (m_setup.writeExtra)
        m_setup.writeExtra(draft.value(u"extra"_s).toObject());
    if (m_discard)
        m_discard->show();
    const QString save = m_setup.saveText.isEmpty() ? tr("Save") : QString(m_setup.saveText).remove(u'&');
    m_note->setText(m_discard ? tr("This was typed earlier and not saved yet. “%1” keeps it, “Discard” throws it away.").arg(save)
                              : tr("This was typed earlier and not saved yet. “%1” keeps it, Cancel discards it.").arg(save));
    m_note->show();
    QTimer::singleShot(0, this, &RecordEditor::focusTyped); // once the page has chosen its first field
}

void RecordEditor::focusTyped()
{
    const QWidget *focused = window()->focusWidget();
    if (!focused || !isAncestorOf(focused))
        return;
    if (m_form->focusTyped(m_base))
        return;
    for (RecordForm *form : findChildren<RecordForm *>()) // of what stands beside the fields
        if (form != m_form && form->focusTyped(emptyRow(form->type())))
            return;
}

void RecordEditor::keepDraftNow()
{
    if (!m_edited)
        return;
    QJsonObject draft = typed();
    draft.insert(u"base"_s, toJson(m_base));
    if (Done kept = m_services.drafts.keep(m_setup.place, draft); !kept) {
        showError(kept.error());
        m_draftTimer.start(); // tried again until there is room
        return;
    }
    m_edited = false;
    m_draftTimer.stop();
}

QJsonObject RecordEditor::typed() const
{
    QJsonObject all{{u"row"_s, toJson(m_form->row())}};
    if (m_setup.readExtra)
        all.insert(u"extra"_s, m_setup.readExtra());
    return all;
}

bool RecordEditor::isKeptAlready() const { return !m_setup.stored && m_kept && *m_kept == typed(); }

bool RecordEditor::mergeStored(Row &wanted)
{
    const auto now = m_setup.stored ? m_setup.stored() : std::nullopt;
    if (!now)
        return true;
    Violations clashes = mergeInto(wanted, m_base, *now);
    // Base and form move together: a save that fails now must not read their words as undone by hand.
    m_base = *now;
    if (wanted != m_form->row())
        m_form->load(wanted);
    if (clashes.isEmpty())
        return true;
    for (Violation &clash : clashes)
        clash.argument = inWords(*now, clash.column, m_services.records);
    m_form->showViolations(clashes);
    markEdited();
    return false;
}

bool RecordEditor::isDecided()
{
    for (const RecordForm *form : findChildren<RecordForm *>())
        if (FieldEditor *editor = form->undecided()) {
            editor->focusQuestion();
            QTimer::singleShot(0, editor, [editor] { bringIntoView(editor); });
            return false;
        }
    return true;
}

QList<Confirmed> RecordEditor::confirmed() const
{
    QList<Confirmed> values;
    for (const RecordForm *form : findChildren<RecordForm *>())
        values += form->confirmed();
    return values;
}

bool RecordEditor::asksFirst(const Row &wanted)
{
    if (!m_setup.doubt || m_answered)
        return false;
    const Done sound = m_services.records.withConfirmed(confirmed(), [&] {
        const Violations violations = m_services.records.check(wanted);
        return violations.isEmpty() ? Done() : Done(invalid(violations));
    });
    if (!sound)
        return false; // what is wrong is said first
    const QString sentence = m_setup.doubt(wanted);
    if (sentence.isEmpty())
        return false;
    auto *question = new SaveAnyway(sentence, SaveAnyway::Reason::NotAsked, this);
    connect(
        question, &QDialog::accepted, this,
        [this] {
            m_answered = true;
            save();
        },
        Qt::QueuedConnection);
    question->open();
    return true;
}

void RecordEditor::offerToSaveAnyway(const Error &error)
{
    const bool isOnFile = error.kind == ErrorKind::Invalid && !error.violations.isEmpty()
        && std::all_of(error.violations.cbegin(), error.violations.cend(),
            [](const Violation &violation) { return violation.rule == Rule::OnFileAlready; });
    if (!isOnFile)
        return;
    QStringList sentences;
    for (const Violation &violation : error.violations) {
        const Field *field = m_setup.type.fieldNamed(violation.column);
        sentences.append((field ? words::label(field->label) + u": "_s : QString()) + words::violation(violation));
    }
    auto *question = new SaveAnyway(sentences.join(u'\n'), SaveAnyway::Reason::Needed, this);
    connect(question, &QDialog::accepted, this, [this, question] {
        m_despite = question->reason();
        QTimer::singleShot(0, this, &RecordEditor::save); // which may take this form away, and the question with it
    });
    question->open();
}

Done RecordEditor::keep(const Row &wanted, const QString &despite)
{
    // The draft goes in the same commit: a kill in between must not offer saved words again.
    const auto all = [&]() -> Done {
        if (Done saved = m_services.records.withConfirmed(confirmed(), [&] { return m_setup.save(wanted); }); !saved)
            return saved;
        return m_services.drafts.discard(m_setup.place);
    };
    return m_services.records.despiteDouble(despite, [&] { return m_services.records.together(all); });
}

void RecordEditor::save()
{
    const QString despite = std::exchange(m_despite, {});
    finishWord();
    if (!maySave() || isKeptAlready())
        return;
    tell({});
    if (!isDecided())
        return;
    Row wanted = m_form->row();
    if (!mergeStored(wanted))
        return;
    if (asksFirst(wanted))
        return;
    Done done = keep(wanted, despite);
    if (!done && done.error().kind == ErrorKind::PasswordNeeded) {
        auto *again = new PasswordAgain(m_services, tr("Save: %1").arg(words::label(m_setup.type.title)), this);
        connect(again, &QDialog::accepted, this, &RecordEditor::save, Qt::QueuedConnection);
        again->open();
    }
    if (!done) {
        showError(done.error());
        offerToSaveAnyway(done.error());
        return;
    }
    m_edited = false;
    m_draftTimer.stop();
    m_kept = typed();
    m_note->hide();
    Q_EMIT saved();
}

void RecordEditor::saveAlone()
{
    m_wantsAnother = false;
    save();
}

void RecordEditor::saveAndAddAnother()
{
    m_wantsAnother = true; // also when a question has to be answered first
    save();
}

void RecordEditor::cancel()
{
    if (!m_setup.draftOutlivesCancel)
        return discard();
    finishWord();
    keepDraftNow();
    if (!m_edited) // else there was no room for it: it is said, and nothing is left behind
        Q_EMIT cancelled();
}

void RecordEditor::askWhetherDiscarded()
{
    m_whetherDiscarded->ask(tr("Throw away what was typed here?"), tr("Throw it away"), tr("Keep it"), [this](bool isGone) {
        if (isGone)
            QTimer::singleShot(0, this, &RecordEditor::discard); // takes the question away with the form
        else
            m_discard->setFocus();
    });
    m_whetherDiscarded->lastAnswer()->setFocus(Qt::OtherFocusReason); // the careful one
    QTimer::singleShot(0, m_whetherDiscarded, [this] { bringIntoView(m_whetherDiscarded); });
}

Done RecordEditor::goWith(const std::function<Done()> &takeAway)
{
    const Done gone = m_services.records.together([&]() -> Done {
        Done done = takeAway();
        return done ? m_services.drafts.discard(m_setup.place) : done;
    });
    if (!gone)
        return gone;
    m_edited = false; // on Today it would ask to be saved into what is gone
    m_draftTimer.stop();
    return {};
}

void RecordEditor::discard()
{
    m_edited = false;
    m_draftTimer.stop();
    Q_UNUSED(bool(m_services.drafts.discard(m_setup.place)));
    if (m_setup.draftOutlivesCancel)
        Q_EMIT discarded();
    else
        Q_EMIT cancelled();
}

RecordEditor::Left RecordEditor::leave()
{
    finishWord();
    keepDraftNow();
    if (m_edited)
        return Left::Not;
    const bool waits = !m_services.drafts.at(m_setup.place).isEmpty();
    Q_EMIT cancelled(); // which may take this form away
    return waits ? Left::DraftWaits : Left::WithNothing;
}

void RecordEditor::showError(const Error &error)
{
    if (error.kind != ErrorKind::Invalid) {
        tell(words::error(error));
        return;
    }
    const Violations rest = m_setup.showExtra ? m_setup.showExtra(error.violations) : error.violations;
    const Violations elsewhere = m_form->showViolations(rest);
    tell(elsewhere.isEmpty() ? QString() : words::violation(elsewhere.first()));
}

} // namespace keywork

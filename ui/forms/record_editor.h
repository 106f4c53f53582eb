// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/draft_place.h"
#include "core/record/record_type.h"
#include "core/services/services.h"
#include "ui/forms/record_form.h"

#include <QJsonObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLayout;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class EarlierForms;
class FieldQuestion;

/// A form with Save and Cancel that keeps a draft while someone types and offers it back.
class RecordEditor : public QWidget {
    Q_OBJECT
public:
    enum class ExtraAt { Bottom, Top };
    struct Setup {
        const RecordType &type;
        QString title;
        Row start; ///< what the form opens with
        DraftPlace place; ///< where the draft is kept
        QStringList hidden = {};
        std::function<Done(const Row &)> save;
        QString saveText = {};
        QWidget *extra = nullptr; ///< shown beside the form's fields; what it holds is kept in the draft by the next ones
        ExtraAt extraAt = ExtraAt::Bottom;
        std::function<QJsonObject()> readExtra = {};
        std::function<void(const QJsonObject &)> writeExtra = {};
        /// What is on file now, for a record that was there before: what a colleague saved meanwhile is merged in, never
        /// overwritten unseen.
        std::function<std::optional<Row>()> stored = {};
        /// Shows what is wrong with what stands beside the fields; gives the rest.
        std::function<Violations(const Violations &)> showExtra = {};
        /// A sentence that is asked before a row that could be kept is saved; empty: none.
        std::function<QString(const Row &)> doubt = {};
        /// Leaving it keeps what was typed, to be gone on with; throwing it away is a button of its own, asked about.
        bool draftOutlivesCancel = false;
        bool offersAnother = false; ///< one more of the kind may follow at once: "Save and add another"
        bool oneColumn = false; ///< one field under the other
        QString lockedBecause = {}; ///< a sentence: it is only read; empty: whoever has the right may change it
    };
    RecordEditor(const Setup &setup, const Services &services, QWidget *parent = nullptr);
    ~RecordEditor() override;

    RecordForm *form() const { return m_form; }
    void save();
    /// Saves, and says by wantsAnother() that one more is to follow.
    void saveAndAddAnother();
    void cancel();
    void discard();
    /// Takes the record away (entered in error), and what was typed into it in the same commit.
    Done goWith(const std::function<Done()> &takeAway);
    bool wantsAnother() const { return m_wantsAnother; }
    enum class Left { WithNothing, DraftWaits, Not }; ///< Not: what was typed could not be kept, and says so
    /// As cancelled, but what was typed waits.
    Left leave();
    const DraftPlace &place() const { return m_setup.place; }
    /// Writes the draft now instead of in a moment: before locking.
    void keepDraftNow();
    void showError(const Error &error);
    void markEdited();
    /// Whether somebody typed in it, now or in the draft that it was opened with.
    bool isTouched() const { return m_touched; }

Q_SIGNALS:
    void saved();
    void cancelled();
    void discarded(); ///< only where the draft outlives Cancel; elsewhere Cancel discards

private:
    QLayout *buildButtons();
    void saveAlone();
    void askWhetherDiscarded();
    void restoreDraft();
    /// The keys go to what a draft brought back, when they are in this form already.
    void focusTyped();
    bool maySave() const;
    /// False when a question beside a field waits, which gets the keys then.
    bool isDecided();
    /// The unlikely values that whoever typed them confirmed, those of the parts below included.
    QList<Confirmed> confirmed() const;
    void tell(const QString &sentence);
    /// Whether a question has to be answered first; it saves when the answer is yes.
    bool asksFirst(const Row &wanted);
    /// `despite`: why a number that somebody has already is kept; empty: it is not.
    Done keep(const Row &wanted, const QString &despite);
    /// A number that somebody has already may be kept with a reason.
    void offerToSaveAnyway(const Error &error);
    /// False when a colleague changed the same field; both are shown then.
    bool mergeStored(Row &wanted);
    /// A second press of Save on what was kept a moment ago, before the form could close.
    bool isKeptAlready() const;
    QJsonObject typed() const;
    const Setup m_setup;
    Services m_services;
    Row m_base; ///< what the typing began with
    RecordForm *m_form = nullptr;
    EarlierForms *m_earlier = nullptr; ///< null in a form that is only read
    QLabel *m_note = nullptr; ///< above the fields: that a draft came back
    QLabel *m_message = nullptr;
    QPushButton *m_discard = nullptr; ///< null where Cancel discards
    FieldQuestion *m_whetherDiscarded = nullptr;
    QTimer m_draftTimer;
    QString m_despite; ///< the reason that was given for the next save
    bool m_answered = false; ///< the question, since something was typed
    bool m_edited = false; ///< since the draft was kept
    bool m_touched = false; ///< since it was opened
    bool m_wantsAnother = false;
    std::optional<QJsonObject> m_kept; ///< what the last save kept, until somebody types again
};

} // namespace keywork

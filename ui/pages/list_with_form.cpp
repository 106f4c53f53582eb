// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/list_with_form.h"

#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QStackedLayout>

namespace keywork {

ListWithForm::ListWithForm(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    m_stack = new PageStack(this);
    auto *whole = new QWidget;
    m_list = new QVBoxLayout(whole);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(12);
    m_stack->addWidget(whole);
    m_formPlace = new QWidget;
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_formPlace);
}

QVBoxLayout *ListWithForm::addScrolled()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_list->addWidget(ownScroll(inside, Sideways::Never), 1);
    return column;
}

void ListWithForm::addMore(QBoxLayout *layout, qsizetype all, qsizetype &shown, const QString &name)
{
    if (all <= shown)
        return;
    auto *more = button(tr("Show %1 more").arg(all - shown), "link");
    more->setObjectName(name);
    connect(more, &QPushButton::clicked, this, [this, all, &shown] {
        shown = all;
        reload();
    });
    layout->addWidget(more);
}

void ListWithForm::makeRoom()
{
    if (m_editor)
        m_editor->keepDraftNow();
    emptyLayout(m_formPlace->layout());
    m_form = nullptr;
    m_editor = nullptr;
}

QVBoxLayout *ListWithForm::openForm(QWidget *form, RecordEditor *editor, const QStringList &keys, Frame frame)
{
    QWidget *inside = nullptr;
    QVBoxLayout *layout = nullptr;
    if (frame == Frame::Card) {
        auto *card = new Card;
        layout = card->body();
        inside = card;
    } else {
        inside = new QWidget;
        layout = new QVBoxLayout(inside);
        layout->setContentsMargins(0, 0, 6, 0); // beside the bar
    }
    layout->addWidget(form);
    put(ownScroll(inside, Sideways::Never), keys);
    m_form = form;
    m_editor = editor;
    return layout;
}

void ListWithForm::put(QWidget *whole, const QStringList &keys)
{
    makeRoom();
    m_keys = keys;
    m_formPlace->layout()->addWidget(whole);
    m_stack->setCurrentWidget(m_formPlace);
}

void ListWithForm::addWithdrawalOf(QVBoxLayout *below, const RecordType &type, qint64 record, qint64 version)
{
    if (!m_services.records.mayChange(type))
        return;
    auto *wrong = button(tr("Entered in error…"), "link");
    below->addWidget(wrong, 0, Qt::AlignRight);
    auto *reason = withdrawalLine([this, &type, record, version](const QString &why) { return withdraw(type, record, version, why); });
    reason->hide();
    below->addWidget(reason);
    connect(wrong, &QPushButton::clicked, reason, [reason] {
        reason->show();
        reason->setFocus();
    });
}

bool ListWithForm::withdraw(const RecordType &type, qint64 record, qint64 version, const QString &reason)
{
    if (!m_editor)
        return true; // the form was left meanwhile
    const auto takeAway = [&] { return m_services.records.withdraw(type, record, version, reason); };
    if (Done done = m_editor->goWith(takeAway); !done) {
        m_editor->showError(done.error());
        return false;
    }
    formSaved(tr("Marked as entered in error"));
    return true;
}

void ListWithForm::formSaved(const QString &sentence)
{
    m_navigator.say(sentence);
    closeForm(ListNow::ReadAnew);
}

void ListWithForm::closeForm(ListNow now)
{
    emptyLayout(m_formPlace->layout());
    m_form = nullptr;
    m_editor = nullptr;
    m_stack->setCurrentIndex(0);
    if (now == ListNow::ReadAnew)
        reload();
    giveKeysTo(this, m_keys);
}

} // namespace keywork

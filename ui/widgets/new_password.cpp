// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/new_password.h"

#include "core/services/house/passwords.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

NewPassword::NewPassword(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_password = labelledLine(layout, tr("Password, at least 8 characters *"), "newPassword");
    layout->addSpacing(6);
    m_again = labelledLine(layout, tr("The same password again *"), "again");
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_strength = label({}, "soft", true);
    m_strength->setObjectName(u"strength"_s);
    layout->addWidget(m_strength);
    auto *offer = button(tr("S&uggest four words"), "link");
    offer->setObjectName(u"suggest"_s);
    layout->addWidget(offer, 0, Qt::AlignLeft);
    connect(m_password, &QLineEdit::textChanged, this, &NewPassword::showStrength);
    connect(m_password, &QLineEdit::returnPressed, this, [this] { m_again->setFocus(); });
    connect(m_again, &QLineEdit::returnPressed, this, &NewPassword::entered);
    connect(offer, &QPushButton::clicked, this, &NewPassword::suggest);
    showStrength();
}

void NewPassword::setKnownWords(const QStringList &words)
{
    m_knownWords = words;
    showStrength();
}

QString NewPassword::password() const { return m_password->text(); }

QString NewPassword::problem() const
{
    if (const auto violation = passwordViolation(m_password->text(), m_knownWords))
        return violation->rule == Rule::TooSmall ? tr("The password needs at least 8 characters.") : words::violation(*violation);
    return m_password->text() == m_again->text() ? QString() : tr("The two passwords are not the same.");
}

void NewPassword::clear()
{
    m_password->setText({});
    m_again->setText({});
    m_password->setEchoMode(QLineEdit::Password);
}

void NewPassword::showStrength()
{
    if (m_password->text().isEmpty()) {
        m_strength->setText(tr("Four words that don't belong together are strong and easy to keep."));
        return;
    }
    const PasswordStrength strength = passwordStrength(m_password->text(), m_knownWords);
    const QString sentences[] = {tr("Very easy to guess."), tr("Easy to guess."), tr("Could be guessed."), tr("Good."), tr("Strong.")};
    m_strength->setText(strength.longEnough ? sentences[strength.score] : tr("At least 8 characters."));
}

void NewPassword::suggest()
{
    const QString words = makePassphrase();
    // Shown, so that it can be written down; typed again by hand, so that it was read.
    m_password->setEchoMode(QLineEdit::Normal);
    m_password->setText(words);
    m_again->setText({});
    m_again->setFocus();
}

} // namespace keywork

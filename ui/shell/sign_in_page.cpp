// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sign_in_page.h"

#include "core/base/background.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_background(new Background(this))
{
    setObjectName(u"signInGround"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    auto *card = new QFrame;
    card->setProperty("look", u"card"_s);
    card->setFixedWidth(Theme::scaled(760));
    auto *columns = new QHBoxLayout(card);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(38, 38, 38, 34);
    left->setSpacing(6);
    left->addWidget(label(u"Keywork"_s, "brand"));
    m_fileName = label({}, "soft", true);
    left->addWidget(m_fileName);
    left->addSpacing(20);
    m_name = new QLineEdit;
    m_name->setObjectName(u"name"_s);
    m_name->setMinimumHeight(Theme::scaled(32));
    auto *nameLabel = label(tr("Your name"), "strong");
    nameLabel->setBuddy(m_name);
    m_password = new QLineEdit;
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMinimumHeight(Theme::scaled(32));
    auto *passwordLabel = label(tr("Password"), "strong");
    passwordLabel->setBuddy(m_password);
    left->addWidget(nameLabel);
    left->addWidget(m_name);
    left->addSpacing(10);
    left->addWidget(passwordLabel);
    left->addWidget(m_password);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"message"_s);
    left->addWidget(m_message);
    left->addSpacing(8);
    m_button = button(tr("Sign in"), "primary");
    m_button->setObjectName(u"signIn"_s);
    m_button->setMinimumSize(Theme::scaled(96), Theme::scaled(38));
    left->addWidget(m_button, 0, Qt::AlignLeft);
    left->addSpacing(16);
    auto *links = new QHBoxLayout;
    auto *other = button(tr("&Open another file"), "link");
    auto *fresh = button(tr("&New hostel"), "link");
    fresh->setObjectName(u"newHostel"_s);
    links->addWidget(other);
    links->addWidget(fresh);
    links->addStretch();
    left->addLayout(links);
    columns->addLayout(left, 5);
    auto *right = new QFrame;
    right->setProperty("look", u"panel"_s);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(28, 42, 28, 28);
    rightLayout->addWidget(label(tr("In an emergency"), "cardTitle"));
    rightLayout->addWidget(label(tr("Ring 999 first. What happened can be written down afterwards."), "soft", true));
    rightLayout->addSpacing(24);
    rightLayout->addWidget(label(tr("This file"), "cardTitle"));
    m_lastBackup = label({}, "", true);
    rightLayout->addWidget(m_lastBackup);
    rightLayout->addStretch();
    columns->addWidget(right, 3);
    outer->addStretch();
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch();
    connect(m_button, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(other, &QPushButton::clicked, this, &SignInPage::openAnother);
    connect(fresh, &QPushButton::clicked, this, &SignInPage::newHostel);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_button->setEnabled(m_file != nullptr); });
}

SignInPage::~SignInPage() = default;

bool SignInPage::isBusy() const { return m_background->isBusy(); }

void SignInPage::setFile(HostelFile *file, const QString &sentence)
{
    m_file = file;
    m_name->setEnabled(file);
    m_password->setEnabled(file);
    m_button->setEnabled(file);
    m_message->setText(sentence);
    m_password->clear();
    if (!file) {
        m_fileName->setText(tr("No hostel is open. Open a file or start a new hostel."));
        m_lastBackup->clear();
        return;
    }
    const FileSummary summary = file->summary();
    m_fileName->setText(summary.hostelName + u" · "_s + summary.fileName);
    m_lastBackup->setText(tr("Encrypted on this PC.") + u' '
        + (summary.lastGoodBackup.isValid() ? tr("Last backup %1.").arg(words::date(summary.lastGoodBackup.toLocalTime().date()))
                                            : tr("No backup yet: copy the file to a safe place every day.")));
    m_name->setFocus();
}

void SignInPage::clear()
{
    m_name->clear();
    m_password->clear();
}

void SignInPage::signIn()
{
    if (!m_file || m_background->isBusy() || m_pause.isActive())
        return;
    m_message->setText(tr("Checking …"));
    m_button->setEnabled(false);
    auto result = std::make_shared<std::optional<Result<UnlockedFile>>>();
    m_background->run(
        [file = m_file, name = m_name->text(), password = m_password->text(), result] { result->emplace(file->unlock(name, password)); },
        [this, result] { finish(std::move(**result)); });
}

void SignInPage::fail(const QString &sentence)
{
    // 1, 2, 4 … 60 seconds: slows guessing, locks nobody out for good.
    const int seconds = std::min(60, 1 << std::min(m_failures, 6));
    ++m_failures;
    m_pause.start(seconds * 1000);
    m_message->setText(seconds > 1 ? sentence + u' ' + tr("Try again in %1 seconds.").arg(seconds) : sentence);
    m_password->selectAll();
    m_password->setFocus();
}

void SignInPage::finish(Result<UnlockedFile> unlocked)
{
    if (!unlocked) {
        fail(words::error(unlocked.error()));
        return;
    }
    auto opened = m_file->open(std::move(*unlocked));
    if (!opened) {
        fail(words::error(opened.error()));
        return;
    }
    m_failures = 0;
    m_message->clear();
    m_button->setEnabled(true);
    clear();
    Q_EMIT signedIn(std::shared_ptr<OpenHostel>(std::move(*opened)));
}

} // namespace keywork

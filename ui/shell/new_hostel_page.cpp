// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_hostel_page.h"

#include "core/base/background.h"
#include "ui/pages/printing/print_job.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/new_password.h"
#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace keywork {

NewHostelPage::NewHostelPage(const Clock &clock, QWidget *parent)
    : CentredCard(760, parent)
    , m_clock(clock)
    , m_background(new Background(this))
{
    m_stack = new QStackedLayout(card());
    m_stack->addWidget(housePart());
    m_stack->addWidget(keyPart());
}

NewHostelPage::~NewHostelPage() = default;

QPlainTextEdit *NewHostelPage::area(QLayout *layout, const QString &title, const char *name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(title);
    edit->setTabChangesFocus(true);
    edit->setMinimumHeight(Theme::scaled(56));
    edit->setMaximumHeight(Theme::scaled(90));
    auto *shown = label(title, "fieldLabel");
    shown->setBuddy(edit);
    layout->addWidget(shown);
    layout->addWidget(edit);
    return edit;
}

QLayout *NewHostelPage::housePlace()
{
    auto *house = new QVBoxLayout;
    house->setSpacing(4);
    house->addWidget(label(tr("The house"), "cardTitle"));
    m_hostel = labelledLine(house, tr("Name of the hostel *"), "hostel");
    m_address = area(house, tr("Address"), "address");
    m_telephone = labelledLine(house, tr("Telephone"), "telephone");
    m_doors = area(house, tr("Doors: how an ambulance crew gets in"), "doors");
    house->addStretch();
    return house;
}

QLayout *NewHostelPage::managerPlace()
{
    auto *manager = new QVBoxLayout;
    manager->setSpacing(4);
    manager->addWidget(label(tr("The first manager"), "cardTitle"));
    m_manager = labelledLine(manager, tr("Your name, as you will type it *"), "manager");
    m_password = new NewPassword;
    manager->addWidget(m_password);
    m_path = labelledLine(manager, tr("Where the file is kept *"), "path");
    auto *choose = button(tr("&Choose another place…"), "link");
    manager->addWidget(choose, 0, Qt::AlignLeft);
    manager->addStretch();
    connect(choose, &QPushButton::clicked, this, &NewHostelPage::chooseFile);
    connect(m_password, &NewPassword::entered, this, &NewHostelPage::toKey);
    const auto know = [this] { m_password->setKnownWords({m_hostel->text(), m_manager->text()}); };
    connect(m_hostel, &QLineEdit::textChanged, this, know);
    connect(m_manager, &QLineEdit::textChanged, this, know);
    return manager;
}

QWidget *NewHostelPage::housePart()
{
    auto *part = new QWidget;
    auto *whole = new QVBoxLayout(part);
    whole->setContentsMargins(34, 24, 34, 22);
    whole->setSpacing(10);
    whole->addWidget(label(tr("A new hostel"), "title"));
    whole->addWidget(
        label(tr("One encrypted file on this PC keeps everything. Nobody can open it without a password, not even us."), "soft", true));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(28);
    columns->addLayout(housePlace(), 1);
    columns->addLayout(managerPlace(), 1);
    whole->addLayout(columns);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"message"_s);
    whole->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    auto *next = button(tr("Next: the recovery key"), "primary");
    next->setObjectName(u"next"_s);
    auto *cancel = button(tr("Cancel"));
    buttons->addWidget(next);
    buttons->addWidget(cancel);
    buttons->addStretch();
    whole->addLayout(buttons);
    connect(next, &QPushButton::clicked, this, &NewHostelPage::toKey);
    connect(cancel, &QPushButton::clicked, this, &NewHostelPage::cancelled);
    return part;
}

QWidget *NewHostelPage::keyPart()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(34, 24, 34, 22);
    layout->setSpacing(12);
    layout->addWidget(label(tr("The recovery key"), "title"));
    layout->addWidget(label(
        tr("If every password is forgotten, this key opens the file. Print it and lock it away outside this office. It is shown only now."),
        "", true));
    m_keyLabel = label({}, "mono", true);
    m_keyLabel->setObjectName(u"recoveryKey"_s);
    m_keyLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_keyLabel);
    auto *print = button(tr("&Print the key…"));
    layout->addWidget(print, 0, Qt::AlignLeft);
    m_typedKey = labelledLine(layout, tr("Type the key back from the paper *"), "typedKey");
    m_keyMessage = label({}, "problem", true);
    m_keyMessage->setObjectName(u"keyMessage"_s);
    layout->addWidget(m_keyMessage);
    auto *buttons = new QHBoxLayout;
    m_create = button(tr("Make the file and sign in"), "primary");
    m_create->setObjectName(u"create"_s);
    auto *back = button(tr("Back"));
    buttons->addWidget(m_create);
    buttons->addWidget(back);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    connect(print, &QPushButton::clicked, this, &NewHostelPage::printKey);
    connect(m_create, &QPushButton::clicked, this, &NewHostelPage::create);
    connect(m_typedKey, &QLineEdit::returnPressed, this, &NewHostelPage::create);
    connect(back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(0); });
    return part;
}

void NewHostelPage::start()
{
    ++m_attempt; // whatever still runs has been given up
    m_create->setEnabled(true);
    for (QLineEdit *edit : {m_hostel, m_telephone, m_manager, m_typedKey})
        edit->setText({}); // forgets what could be undone too
    m_address->clear();
    m_doors->clear();
    m_password->clear();
    m_message->clear();
    m_keyLabel->clear();
    m_recoveryKey.fill(u'0');
    m_recoveryKey.clear();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir(QFileInfo(folder).isDir() ? folder : QDir::homePath()).filePath(u"hostel.keywork"_s));
    m_stack->setCurrentIndex(0);
    m_hostel->setFocus();
}

void NewHostelPage::chooseFile()
{
    const FileQuestion question{.title = tr("Where the file is kept"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = m_path->text(),
        .filter = tr("Keywork files (*.keywork)"),
        .suffix = u"keywork"_s};
    askForFile(this, question, [this](const QString &path) { m_path->setText(path); });
}

void NewHostelPage::toKey()
{
    QString wrong;
    if (m_hostel->text().trimmed().isEmpty())
        wrong = tr("Please name the hostel.");
    else if (m_manager->text().trimmed().isEmpty())
        wrong = tr("Please type your name.");
    else if (const QString problem = m_password->problem(); !problem.isEmpty())
        wrong = problem;
    else if (m_path->text().trimmed().isEmpty())
        wrong = tr("Please say where the file is kept.");
    else if (QFileInfo::exists(m_path->text()))
        wrong = words::error({ErrorKind::AlreadyExists, {}, {}});
    else if (!QFileInfo(QFileInfo(m_path->text()).absolutePath()).isDir())
        wrong = tr("There is no such folder.");
    m_message->setText(wrong);
    if (!wrong.isEmpty())
        return;
    m_recoveryKey = HostelFile::makeRecoveryKey();
    m_keyLabel->setText(HostelFile::grouped(m_recoveryKey));
    m_typedKey->setText({});
    m_keyMessage->clear();
    m_stack->setCurrentIndex(1);
    m_typedKey->setFocus();
}

void NewHostelPage::printKey()
{
    print::Document document;
    document.title = tr("Recovery key");
    document.add(print::text({{tr("Keywork recovery key"), true, false}}, 17, 10));
    document.add(print::text({{m_hostel->text()}}, 12, 16));
    document.add(print::boxed({print::text({{HostelFile::grouped(m_recoveryKey), true, false}}, 16, 0)}));
    document.add(print::text({{tr("Opens the hostel's file when every password is forgotten. Keep it locked away, outside the office, and "
                                  "not beside a backup.")}},
        11));
    askForPrinter(this, [this, document](QPrinter &printer) {
        m_keyMessage->setText(
            printPages(printer, document) ? QString() : tr("The printer can't be reached. Please write the key down by hand."));
    });
}

void NewHostelPage::create()
{
    if (m_background->isBusy())
        return;
    if (!HostelFile::sameRecoveryKey(m_typedKey->text(), m_recoveryKey)) {
        m_keyMessage->setText(tr("This is not the key above. Please look again."));
        return;
    }
    HostelFile::NewHostel wanted;
    wanted.house.name = m_hostel->text().trimmed();
    wanted.house.address = m_address->toPlainText();
    wanted.house.telephone = m_telephone->text();
    wanted.house.doors = m_doors->toPlainText();
    wanted.managerName = m_manager->text().trimmed();
    wanted.password = m_password->password();
    wanted.recoveryKey = m_recoveryKey;
    wanted.cost = m_cost;
    m_keyMessage->setText(tr("Making the file …"));
    m_create->setEnabled(false);
    m_background->ask([path = m_path->text(), wanted] { return HostelFile::prepare(path, wanted); },
        [this, attempt = m_attempt](Result<NewFile> prepared) {
            if (attempt == m_attempt)
                finish(std::move(prepared)); // else the file is taken away again
        });
}

void NewHostelPage::finish(Result<NewFile> prepared)
{
    m_create->setEnabled(true);
    std::unique_ptr<OpenHostel> hostel;
    auto file
        = prepared ? HostelFile::create(std::move(*prepared), m_clock, hostel) : Result<std::unique_ptr<HostelFile>>(prepared.error());
    if (!file) {
        m_keyMessage->setText(words::error(file.error()));
        return;
    }
    start(); // neither password nor key stays behind
    Q_EMIT created(std::shared_ptr<HostelFile>(std::move(*file)), std::shared_ptr<OpenHostel>(std::move(hostel)));
}

} // namespace keywork

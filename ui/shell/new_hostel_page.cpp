// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_hostel_page.h"

#include "core/base/background.h"
#include "ui/print/document.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace keywork {

NewHostelPage::NewHostelPage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_background(new Background(this))
{
    setObjectName(u"signInGround"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    auto *place = new QFrame;
    place->setProperty("look", u"card"_s);
    place->setFixedWidth(Theme::scaled(760));
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(housePart());
    m_stack->addWidget(keyPart());
    outer->addStretch();
    outer->addWidget(place, 10, Qt::AlignHCenter);
    outer->addStretch();
}

NewHostelPage::~NewHostelPage() = default;

QLineEdit *NewHostelPage::field(QLayout *layout, const QString &title, const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    auto *shown = label(title, "fieldLabel");
    shown->setBuddy(edit);
    layout->addWidget(shown);
    layout->addWidget(edit);
    return edit;
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
    auto *house = new QVBoxLayout;
    house->setSpacing(4);
    house->addWidget(label(tr("The house"), "cardTitle"));
    m_hostel = field(house, tr("Name of the hostel *"), "hostel");
    const auto area = [&](const QString &title, const char *name, int height) {
        auto *edit = new QPlainTextEdit;
        edit->setObjectName(QString::fromLatin1(name));
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(Theme::scaled(height));
        auto *shown = label(title, "fieldLabel");
        shown->setBuddy(edit);
        house->addWidget(shown);
        house->addWidget(edit);
        return edit;
    };
    m_address = area(tr("Address"), "address", 56);
    m_telephone = field(house, tr("Telephone"), "telephone");
    m_doors = area(tr("Doors: how an ambulance crew gets in"), "doors", 56);
    house->addStretch();
    auto *manager = new QVBoxLayout;
    manager->setSpacing(4);
    manager->addWidget(label(tr("The first manager"), "cardTitle"));
    m_manager = field(manager, tr("Your name, as you will type it *"), "manager");
    m_password = field(manager, tr("Password, at least 8 characters *"), "newPassword");
    m_again = field(manager, tr("The same password again *"), "again");
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_strength = label(tr("Four words that don't belong together are strong and easy to keep."), "soft", true);
    m_strength->setObjectName(u"strength"_s);
    manager->addWidget(m_strength);
    m_path = field(manager, tr("Where the file is kept *"), "path");
    auto *choose = button(tr("&Choose another place…"), "link");
    manager->addWidget(choose, 0, Qt::AlignLeft);
    manager->addStretch();
    columns->addLayout(house, 1);
    columns->addLayout(manager, 1);
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
    connect(m_password, &QLineEdit::textChanged, this, &NewHostelPage::showStrength);
    connect(choose, &QPushButton::clicked, this, &NewHostelPage::chooseFile);
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
    m_typedKey = field(layout, tr("Type the key back from the paper *"), "typedKey");
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
    for (QLineEdit *edit : {m_hostel, m_telephone, m_manager, m_password, m_again, m_typedKey})
        edit->clear();
    m_address->clear();
    m_doors->clear();
    m_message->clear();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(u"hostel.keywork"_s));
    m_stack->setCurrentIndex(0);
    m_hostel->setFocus();
}

void NewHostelPage::showStrength()
{
    const PasswordStrength strength = passwordStrength(m_password->text(), {m_hostel->text(), m_manager->text()});
    static const char *const words[] = {QT_TR_NOOP("Very easy to guess."), QT_TR_NOOP("Easy to guess."), QT_TR_NOOP("Could be guessed."),
        QT_TR_NOOP("Good."), QT_TR_NOOP("Strong.")};
    m_strength->setText(m_password->text().isEmpty() ? tr("Four words that don't belong together are strong and easy to keep.")
            : !strength.longEnough                   ? tr("At least 8 characters.")
                                                     : tr(words[strength.score]));
}

void NewHostelPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Where the file is kept"), m_path->text(), tr("Keywork files (*.keywork)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"keywork"_s);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void NewHostelPage::toKey()
{
    const PasswordStrength strength = passwordStrength(m_password->text(), {m_hostel->text(), m_manager->text()});
    QString wrong;
    if (m_hostel->text().trimmed().isEmpty())
        wrong = tr("Please name the hostel.");
    else if (m_manager->text().trimmed().isEmpty())
        wrong = tr("Please type your name.");
    else if (!strength.longEnough)
        wrong = tr("The password needs at least 8 characters.");
    else if (!strength.acceptable())
        wrong = tr("This password is too easy to guess. Try four words that don't belong together.");
    else if (m_password->text() != m_again->text())
        wrong = tr("The two passwords are not the same.");
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
    m_typedKey->clear();
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
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(u"Keywork"_s);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer, document](QPrinter *) {
        QPainter painter;
        if (!painter.begin(printer.get())) {
            m_keyMessage->setText(tr("The printer can't be reached. Please write the key down by hand."));
            return;
        }
        const qreal scale = printer->paperRect(QPrinter::DevicePixel).width() / print::Document::sheet().width();
        painter.scale(scale, scale);
        document.paintPage(painter, 0);
    });
    dialog->open();
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
    wanted.password = m_password->text();
    wanted.recoveryKey = m_recoveryKey;
    wanted.cost = m_cost;
    // Two derivations on the GUI thread, once in the life of a file; the connection has to live in this thread.
    m_keyMessage->setText(tr("Making the file …"));
    m_create->setEnabled(false);
    std::unique_ptr<OpenHostel> hostel;
    auto file = HostelFile::create(m_path->text(), wanted, m_clock, hostel);
    m_create->setEnabled(true);
    if (!file) {
        m_keyMessage->setText(words::error(file.error()));
        return;
    }
    m_password->clear();
    m_again->clear();
    m_typedKey->clear();
    m_keyLabel->clear();
    Q_EMIT created(std::shared_ptr<HostelFile>(std::move(*file)), std::shared_ptr<OpenHostel>(std::move(hostel)));
}

} // namespace keywork

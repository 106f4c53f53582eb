// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/hostel_file.h"
#include "ui/widgets/centred_card.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Background;
class NewPassword;

/// The first run: the house, the first manager, the recovery key shown, printed and typed back; then the file is made.
class NewHostelPage : public CentredCard {
    Q_OBJECT
public:
    explicit NewHostelPage(const Clock &clock, QWidget *parent = nullptr);
    ~NewHostelPage() override;
    void start();
    /// Tests only: a derivation that takes no quarter of a second.
    void setKeyCost(KeyCost cost) { m_cost = cost; }
    QString recoveryKey() const { return m_recoveryKey; }

Q_SIGNALS:
    void created(std::shared_ptr<keywork::HostelFile> file, std::shared_ptr<keywork::OpenHostel> hostel);
    void cancelled();

private:
    QWidget *housePart();
    QWidget *keyPart();
    QPlainTextEdit *area(QLayout *layout, const QString &title, const char *name);
    QLayout *housePlace();
    QLayout *managerPlace();
    void chooseFile();
    void toKey();
    void printKey();
    void create();
    void finish(Result<NewFile> prepared);
    const Clock &m_clock;
    Background *m_background = nullptr;
    int m_attempt = 0; ///< a job of an earlier one changes nothing
    KeyCost m_cost = KeyCost::Standard;
    QStackedLayout *m_stack = nullptr;
    QLineEdit *m_hostel = nullptr;
    QPlainTextEdit *m_address = nullptr;
    QPlainTextEdit *m_doors = nullptr;
    QLineEdit *m_telephone = nullptr;
    QLineEdit *m_manager = nullptr;
    NewPassword *m_password = nullptr;
    QLineEdit *m_path = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_keyLabel = nullptr;
    QLabel *m_keyMessage = nullptr;
    QLineEdit *m_typedKey = nullptr;
    QPushButton *m_create = nullptr;
    QString m_recoveryKey;
};

} // namespace keywork

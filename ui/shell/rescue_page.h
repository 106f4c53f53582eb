// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/rescuing.h"
#include "ui/widgets/centred_card.h"

#include <atomic>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Background;

/// A damaged file: what can still be read goes into a new file, and what is lost is said.
class RescuePage : public CentredCard {
    Q_OBJECT
public:
    explicit RescuePage(QWidget *parent = nullptr);
    ~RescuePage() override;
    /// None: stops, and forgets what was typed and told.
    void start(const std::shared_ptr<HostelFile> &damaged);
    bool isBusy() const;

Q_SIGNALS:
    void cancelled();
    void told();
    /// The new file should be opened.
    void fileWanted(const QString &path);

private:
    void buildForm(QVBoxLayout *layout);
    void rescue();
    void finish(const QString &target, const Result<Rescued> &rescued);
    void tell(const Rescued &rescued);
    std::unique_ptr<Background> m_background;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::shared_ptr<HostelFile> m_damaged;
    int m_failures = 0;
    int m_attempt = 0; ///< a rescue that was left behind says nothing here any more
    QLabel *m_which = nullptr;
    QLabel *m_why = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_recoveryKey = nullptr;
    QLineEdit *m_target = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_form = nullptr;
    QWidget *m_result = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace keywork
